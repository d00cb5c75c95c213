#include "dialogue/dialogues.h"
#include "dialogue/linesplitter.h"
#include "values/limits.h"

#include <array>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace mailseal;

/// What a server does, octet by octet: text but for three octets that no UTF-8 holds.
constexpr char silence = '\xFF';
constexpr char close = '\xFE';
constexpr char fatalAlert = '\xFD';

/// One session as `net/session` drives it, without a socket. Whatever breaks the contract of a dialogue
/// aborts.
class Conversation
{
public:
    Conversation(Service service, Start start, bool goOn)
        : m_dialogue(makeDialogue(service, start, "client.example"))
        , m_goOn(goOn)
    {
        on(Connected{});
    }

    /// Chunks of `size` octets, as packets may cut them.
    void hear(const QByteArray &said, qsizetype size)
    {
        for (qsizetype at = 0; at < said.size() && !m_isEnded; at += size)
            hearChunk(said.mid(at, size));
        for (int turn = 0; !m_isEnded; ++turn) {
            if (turn > 1)
                std::abort(); // a server that says no more ends every session
            on(TimedOut{});
        }
        if (!std::holds_alternative<Wait>(m_dialogue->on(Line{"250 late", 0})))
            std::abort();
        if (m_dialogue->awaited() != Stage::Done)
            std::abort();
    }

    const QByteArray &sent() const { return m_sent; }
    const Finish &end() const { return m_end; }
    const DialogueFacts &learnt() const { return m_dialogue->learnt(); }

private:
    void hearChunk(const QByteArray &chunk)
    {
        QByteArray text;
        for (const char octet : chunk) {
            if (octet != silence && octet != close && octet != fatalAlert) {
                text += octet;
                continue;
            }
            hearText(std::exchange(text, {}));
            if (!m_isEnded)
                on(octet == silence ? Input(TimedOut{}) : Input(Closed{octet == fatalAlert}));
        }
        hearText(text);
    }

    void hearText(const QByteArray &text)
    {
        qsizetype position = 0;
        while (!m_isEnded && position < text.size()) {
            const auto line = m_splitter.take(text, position);
            if (!line)
                return;
            if (line->text.size() > limits::replyLine || line->text.contains('\n'))
                std::abort();
            on(Line{line->text, line->cutBytes});
        }
    }

    void on(const Input &input)
    {
        const Action action = m_dialogue->on(input);
        if (const auto *send = std::get_if<Send>(&action))
            sends(send->line);
        else if (std::holds_alternative<StartTls>(action))
            startsTls();
        else if (const auto *finish = std::get_if<Finish>(&action))
            ends(*finish);
    }

    /// A command is one line, and no dialogue goes in circles.
    void sends(const QByteArray &line)
    {
        constexpr std::array known{"EHLO client.example\r\n", "LHLO client.example\r\n",
                                   "HELO client.example\r\n", "STARTTLS\r\n", "QUIT\r\n"};
        constexpr int mostCommands = 5;
        if (std::find(known.begin(), known.end(), line) == known.end() || ++m_commands > mostCommands)
            std::abort();
        if (m_dialogue->isDecided() != (line == "QUIT\r\n"))
            std::abort();
        m_sent += line;
    }

    void startsTls()
    {
        if (std::exchange(m_isTls, true))
            std::abort(); // one handshake a session
        m_sent += "<TLS>";
        on(Secured{m_goOn});
    }

    void ends(const Finish &finish)
    {
        m_isEnded = true;
        m_end = finish;
        const DialogueFacts &facts = m_dialogue->learnt();
        // Inside TLS there is a list, or HELO was taken where EHLO is not known.
        if (finish.end == EndReason::Completed &&
            (!m_isTls || (!facts.capabilitiesAfterTls && !facts.heloUsed)))
            std::abort();
        if (facts.capabilitiesAfterTls && !m_isTls)
            std::abort();
        constexpr qsizetype mostRemarks = 16; // a few for each reply that is awaited
        if (facts.remarks.size() > mostRemarks)
            std::abort();
    }

    std::unique_ptr<Dialogue> m_dialogue;
    LineSplitter m_splitter;
    QByteArray m_sent;
    Finish m_end;
    bool m_goOn;
    bool m_isTls = false;
    bool m_isEnded = false;
    int m_commands = 0;
};

} // namespace

/// Any octets as what a server says, the first one as the kind of session: the reply reader, the EHLO list
/// and the dialogue behind them keep their promises, and how packets cut the text makes no difference.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    constexpr std::array services{Service::Smtp, Service::Submission, Service::Submissions, Service::Lmtp};
    const Service service = services.at(data[0] & 3U);
    const Start start = (data[0] & 4U) != 0 ? Start::Implicit : Start::StartTls;
    const bool goOn = (data[0] & 8U) == 0;
    const QByteArray said(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size) - 1);
    Conversation whole(service, start, goOn);
    whole.hear(said, said.size() + 1);
    Conversation cut(service, start, goOn);
    cut.hear(said, 1 + (data[0] >> 4U));
    if (whole.sent() != cut.sent() || whole.end().end != cut.end().end ||
        whole.end().reply != cut.end().reply || whole.learnt().remarks != cut.learnt().remarks ||
        whole.learnt().capabilitiesAfterTls != cut.learnt().capabilitiesAfterTls)
        std::abort();
    return 0;
}
