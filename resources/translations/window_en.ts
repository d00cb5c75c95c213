<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>mailseal::CertificateDetails</name>
    <message numerus="yes">
        <source>%n names:</source>
        <translation>
            <numerusform>%n name:</numerusform>
            <numerusform>%n names:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mailseal::CertificateText</name>
    <message numerus="yes">
        <source>%n certificates</source>
        <translation>
            <numerusform>%n certificate</numerusform>
            <numerusform>%n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mailseal::ComparisonPageText</name>
    <message numerus="yes">
        <source>%n line(s) differ; not counted</source>
        <translation>
            <numerusform>%n line differs; not counted</numerusform>
            <numerusform>%n lines differ; not counted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mailseal::ComparisonView</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %1 of %n group(s)</source>
        <translation>
            <numerusform>in %1 of %n group</numerusform>
            <numerusform>in %1 of %n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) worse on the right</source>
        <translation>
            <numerusform>%n verdict worse on the right</numerusform>
            <numerusform>%n verdicts worse on the right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) better on the right</source>
        <translation>
            <numerusform>%n verdict better on the right</numerusform>
            <numerusform>%n verdicts better on the right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mailseal::FileActions</name>
    <message numerus="yes">
        <source>&amp;Save %n inspections…</source>
        <translation>
            <numerusform>&amp;Save %n inspection…</numerusform>
            <numerusform>&amp;Save %n inspections…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mailseal::FindingList</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <comment>findings</comment>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mailseal::HeadlineText</name>
    <message numerus="yes">
        <source>%n server(s) inspected</source>
        <translation>
            <numerusform>%n server inspected</numerusform>
            <numerusform>%n servers inspected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mailseal::HypothesisStrip</name>
    <message numerus="yes">
        <source>%n verdict(s) would be another.</source>
        <translation>
            <numerusform>%n verdict would be another.</numerusform>
            <numerusform>%n verdicts would be others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mailseal::PageTabs</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mailseal::PolicyFacts</name>
    <message numerus="yes">
        <source>%1 (%n day(s))</source>
        <translation>
            <numerusform>%1 (%n day)</numerusform>
            <numerusform>%1 (%n days)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n hour(s))</source>
        <translation>
            <numerusform>%1 (%n hour)</numerusform>
            <numerusform>%1 (%n hours)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mailseal::SavedBar</name>
    <message numerus="yes">
        <source>%n verdict(s) changed:</source>
        <translation>
            <numerusform>%n verdict changed:</numerusform>
            <numerusform>%n verdicts changed:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mailseal::ServerList</name>
    <message numerus="yes">
        <source>%1 of %n server(s)</source>
        <translation>
            <numerusform>%1 of %n server</numerusform>
            <numerusform>%1 of %n servers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mailseal::ServerListModel</name>
    <message numerus="yes">
        <source>%n server(s)</source>
        <translation>
            <numerusform>%n server</numerusform>
            <numerusform>%n servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n server(s)</source>
        <translation>
            <numerusform>%1 of %n server</numerusform>
            <numerusform>%1 of %n servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n server(s) satisfy the policy</source>
        <translation>
            <numerusform>%1 of %n server satisfies the policy</numerusform>
            <numerusform>%1 of %n servers satisfy the policy</numerusform>
        </translation>
    </message>
</context>
</TS>
