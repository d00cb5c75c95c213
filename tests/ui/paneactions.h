#pragma once

#include "pages/pane.h"
#include "support/fixtures/servers.h"

#include <QAbstractItemView>
#include <QPushButton>
#include <QTest>

/// What the tests of the panes do with a pane.
namespace mailseal::fixtures {

/// Collects the proofs a pane asks for.
struct Proofs
{
    explicit Proofs(Pane *pane)
    {
        QObject::connect(pane, &Pane::proofRequested, pane,
                         [this](const Proof &proof) { all.append(proof); });
    }
    QList<Proof> all;
};

inline void showPane(Pane &pane, const Inspection &inspection, const Progress &progress = done(),
                     QSize size = {968, 700})
{
    pane.resize(size);
    pane.present(inspection, progress);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    QCoreApplication::processEvents();
}

inline void clickCell(QAbstractItemView *view, const QModelIndex &cell)
{
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(cell).center());
}

inline QPushButton *buttonWith(QWidget &inside, const QString &text)
{
    for (QPushButton *button : inside.findChildren<QPushButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

} // namespace mailseal::fixtures
