#pragma once

#include "values/inspection.h"

#include <QWidget>

#include <optional>

namespace mailseal {

class FactTable;
class PlainLabel;
class SenderModel;

/// Would a well-known sender deliver? A table, and below it what is known of the chosen one, and from where.
class SenderSection : public QWidget
{
    Q_OBJECT
public:
    explicit SenderSection(QWidget *parent = nullptr);

    /// Hides where the inspection tells of no sender.
    void present(const Inspection &real, const std::optional<Inspection> &hypothetical);

private:
    void explain(int row);

    SenderModel *m_model;
    PlainLabel *m_heading;
    FactTable *m_table;
    PlainLabel *m_sources;
};

} // namespace mailseal
