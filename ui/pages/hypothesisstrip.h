#pragma once

#include "values/inspection.h"
#include "widgets/card.h"

#include <optional>

namespace mailseal {

class PlainLabel;

/// Stands above the verdicts for as long as they are not the real ones, and says what is supposed.
class HypothesisStrip : public Card
{
    Q_OBJECT
public:
    explicit HypothesisStrip(QWidget *parent = nullptr);

    /// Hides where nothing is supposed.
    void present(const Inspection &seen, const std::optional<Inspection> &hypothetical);

Q_SIGNALS:
    void resetRequested();

private:
    PlainLabel *m_text;
};

} // namespace mailseal
