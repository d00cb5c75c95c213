#include "policy/tlsrptrecord.h"

#include "policy/quoted.h"
#include "policy/situation.h"
#include "policy/txtrecords.h"

#include <QUrl>

#include <algorithm>

namespace mailseal {

namespace {

Finding invalidTlsRpt(const QByteArray &part)
{
    return finding(FindingCode::TlsRptRecordInvalid, Severity::Error, {quoted(part)});
}

/// §3: mailto or https, with "!" encoded ("," and ";" part the list and the record before we see them).
bool isReportUri(const QByteArray &text)
{
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '!'; });
    const QUrl url = QUrl::fromEncoded(text, QUrl::StrictMode);
    if (!ascii || !url.isValid())
        return false;
    if (url.scheme() == QLatin1StringView("https"))
        return !url.host().isEmpty();
    const QString path = url.path();
    const auto at = path.lastIndexOf(u'@');
    return url.scheme() == QLatin1StringView("mailto") && at > 0 && at + 1 < path.size();
}

void readRua(const QByteArray &value, TlsRptFacts &facts)
{
    for (const QByteArray &part : value.split(',')) {
        const QByteArray uri = part.trimmed();
        if (facts.rua.size() + facts.problems.size() >= limits::stsProblems)
            return;
        if (isReportUri(uri) && !facts.rua.contains(QString::fromLatin1(uri)))
            facts.rua.append(QString::fromLatin1(uri));
        else if (isReportUri(uri))
            continue; // the same once more
        else
            facts.problems.append(finding(FindingCode::TlsRptUriInvalid, Severity::Error, {quoted(uri)}));
    }
}

void readTlsRptFields(const QByteArray &one, TlsRptFacts &facts)
{
    QByteArray broken;
    const auto fields = readFields(one, broken);
    if (!fields) {
        facts.problems.append(invalidTlsRpt(broken));
        return;
    }
    const auto isRua = [](const TxtField &field) { return field.name == "rua"; };
    for (const TxtField &field : *fields) {
        if (!isRua(field) && !isExtension(field)) {
            facts.problems.append(invalidTlsRpt(field.name + '=' + field.value));
            return;
        }
    }
    if (std::none_of(fields->begin(), fields->end(), isRua))
        facts.problems.append(invalidTlsRpt({}));
    for (const TxtField &field : *fields) { // §3: 1*(field-delim tlsrpt-field), so it may stand there again
        if (isRua(field))
            readRua(field.value, facts);
    }
}

} // namespace

TlsRptFacts readTlsRptRecord(const QString &name, const QList<TxtRecord> &records)
{
    TlsRptFacts facts;
    const VersionedRecord picked = pickRecord(records, "v=TLSRPTv1");
    if (picked.candidates > 1) {
        facts.problems.append(finding(FindingCode::TlsRptSeveralRecords, Severity::Error,
                                      {QString::number(picked.candidates)}));
    } else if (picked.one) {
        readTlsRptFields(*picked.one, facts);
    }
    for (const QByteArray &other : picked.others) {
        if (facts.problems.size() >= limits::stsProblems)
            break;
        if (picked.candidates == 0 && isNearMiss(other, "v=TLSRPTv1"))
            facts.problems.append(invalidTlsRpt(other));
        else
            facts.problems.append(
                finding(FindingCode::TxtRecordIgnored, Severity::Notice, {name, quoted(other)}));
    }
    return facts;
}

} // namespace mailseal
