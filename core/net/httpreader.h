#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace mailseal {

/// One HTTP/1.1 answer to a GET out of the octets that arrived, in whatever pieces (RFC 9112). Interim
/// answers (1xx) are passed over, as RFC 9110 §15.2 has it. Bounded: a head by limits::httpHead, a body by
/// limits::stsPolicy.
class HttpReader
{
public:
    enum class State {
        Head,
        Body,
        Whole,
        TooLarge, ///< the body passes the limit; `body` holds as much as that
        Broken    ///< no HTTP, or a head without an end
    };

    /// What follows a whole or broken answer is passed over.
    void take(QByteArrayView octets);
    /// Nothing more will come. Whole where the answer ends by that; it is left as it was where it is cut
    /// short.
    void close();

    State state() const { return m_state; }
    int status() const { return m_status; } ///< of the final answer; 0 before it
    const QByteArray &contentType() const { return m_contentType; }
    const QByteArray &location() const { return m_location; }
    const QByteArray &body() const { return m_body; }

private:
    enum class Framing { Length, Chunks, Close };

    void readHead();
    bool readStatusLine(QByteArrayView line);
    void readField(QByteArrayView line);
    void beginBody();
    void readBody();
    bool readChunk();
    void append(QByteArrayView octets);
    std::optional<QByteArray> takeLine();

    State m_state = State::Head;
    QByteArray m_waiting; ///< arrived and not read
    qsizetype m_headSize = 0;
    int m_interim = 0;
    int m_status = 0;
    bool m_inFields = false;
    Framing m_framing = Framing::Close;
    std::optional<qsizetype> m_left; ///< of the body, or of the chunk that is being read
    bool m_inTrailer = false;
    QByteArray m_contentType;
    QByteArray m_location;
    QByteArray m_body;
};

} // namespace mailseal
