#include "report/htmlstyle.h"

namespace mailseal {

namespace {

/// For browsers. The colours are the window's (ui/theme); everything is said by sign and word as well, so a
/// printer without colour loses nothing.
constexpr QLatin1StringView browserStyle(R"css(
:root {
  color-scheme: light dark;
  --text: #1c2027; --muted: #5b6573; --line: #dbdfe5; --soft: #eceff3;
  --card: #ffffff; --page: #f3f4f7; --code: #f3f4f7;
  --good: #1a7538; --warned: #965800; --bad: #b0241b; --none: #6b7482; --unknown: #6b7482;
  --good-fill: #e5f4e9; --warned-fill: #fdf1de; --bad-fill: #fce7e5; --none-fill: #eceff3;
  --unknown-fill: #eceff3;
  --client: #1f5fbf; --server: #1a7538; --on-badge: #ffffff; --marked: #fdf1de;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono",
    "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e8eaed; --muted: #a3adba; --line: #3b414a; --soft: #2e333a;
    --card: #25292f; --page: #1b1e23; --code: #1b1e23;
    --good: #6fcf8f; --warned: #f0b35a; --bad: #f28b82; --none: #a3adba; --unknown: #a3adba;
    --good-fill: #1d3a28; --warned-fill: #40311a; --bad-fill: #472422; --none-fill: #2e333a;
    --unknown-fill: #2e333a;
    --client: #8ab4f8; --server: #6fcf8f; --on-badge: #1b1e23; --marked: #40311a;
  }
}
* { box-sizing: border-box; }
html { background: var(--page); }
body {
  margin: 0; color: var(--text); background: var(--page);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
  -webkit-text-size-adjust: 100%;
}
.page { max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.5rem 2rem; }
p { margin: 0; }
table { border-collapse: separate; border-spacing: 0; width: 100%; }
th, td { text-align: left; vertical-align: top; font-weight: normal; padding: 0; }
code { font-family: var(--mono); font-size: .88em; overflow-wrap: anywhere; unicode-bidi: isolate; }
.level1 {
  margin: 0; font-size: 1.75rem; line-height: 1.25; font-weight: 650; letter-spacing: -.01em;
  overflow-wrap: anywhere;
}
.level2 { margin: 2.25rem 0 .75rem; font-size: 1.1rem; line-height: 1.35; font-weight: 650; }
.level3 { margin: 0 0 .5rem; font-size: .95rem; font-weight: 650; }
.count { margin-left: .4em; color: var(--muted); font-weight: normal; font-size: .9em; }
.meta { margin-top: .25rem; color: var(--muted); overflow-wrap: anywhere; }
.notice {
  margin-top: .75rem; padding: .5rem .9rem; border: 1px dashed var(--line); border-radius: 8px;
  color: var(--muted); font-size: .93rem;
}
.further { margin-top: 4rem; padding-top: 2.5rem; border-top: 2px solid var(--line); }
.badge {
  display: inline-block; width: 1.25em; height: 1.25em; border-radius: 50%; margin-right: .3em;
  font-size: .8em; font-weight: 700; line-height: 1.25em; text-align: center; vertical-align: .08em;
  color: var(--on-badge); background: var(--none);
}
.badge.good { background: var(--good); }
.badge.warned { background: var(--warned); border-radius: .3em; }
.badge.bad { background: var(--bad); border-radius: .15em; }
.badge.unknown { background: var(--unknown); }
.word { font-weight: 600; }
.word.good { color: var(--good); }
.word.warned { color: var(--warned); }
.word.bad { color: var(--bad); }
.word.none, .word.unknown { color: var(--muted); }
.banner { margin-top: 1.25rem; }
.banner td {
  padding: .9rem 1.1rem; border-radius: 10px; background: var(--none-fill);
  border-left: 4px solid var(--none);
}
.banner td.good { background: var(--good-fill); border-color: var(--good); }
.banner td.warned { background: var(--warned-fill); border-color: var(--warned); }
.banner td.bad { background: var(--bad-fill); border-color: var(--bad); }
.headline { font-size: 1.15rem; font-weight: 600; overflow-wrap: anywhere; }
.explained { margin-top: .35rem; max-width: 80ch; overflow-wrap: anywhere; }
.answers, .answers tbody { display: block; }
.answers { margin-top: .9rem; }
.answers tr { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .75rem; }
.answers td {
  padding: .85rem 1rem 1rem; border: 1px solid var(--line); border-radius: 10px; background: var(--card);
}
.label { color: var(--muted); font-size: .93rem; }
.brief { margin-top: .3rem; font-size: 1.08rem; font-weight: 650; line-height: 1.35; }
.brief::first-letter, .headline::first-letter { text-transform: uppercase; }
.detail { margin-top: .2rem; color: var(--muted); font-size: .9rem; overflow-wrap: anywhere; }
.rows, .facts, .transcript, .part {
  background: var(--card); border: 1px solid var(--line); border-radius: 10px;
}
.rows { overflow: hidden; }
.rows th {
  padding: .5rem .8rem; color: var(--muted); font-size: .88rem; background: var(--page);
  border-bottom: 1px solid var(--line); white-space: nowrap;
}
.rows td { padding: .5rem .8rem; border-bottom: 1px solid var(--soft); overflow-wrap: anywhere; }
.rows td:not(.wide):first-child { overflow-wrap: normal; }
.rows tr:last-child td { border-bottom: 0; }
.rows tr.marked td { background: var(--marked); }
.rows td.wide { min-width: 16rem; }
.facts { padding: .35rem 0; }
.facts th { width: 11.5rem; padding: .22rem .8rem .22rem 1rem; color: var(--muted); }
.facts td { padding: .22rem 1rem .22rem 0; overflow-wrap: anywhere; }
.part { margin-bottom: .75rem; padding: .85rem 1rem .75rem; }
.part .facts { border: 0; padding: 0; background: none; }
.part .facts th { width: 10.5rem; padding-left: 0; }
.part .facts td { padding-right: 0; }
.finding { margin-top: .6rem; }
.finding td {
  padding: .6rem .9rem; border-radius: 8px; background: var(--none-fill);
  border-left: 3px solid var(--none);
}
.finding td.warned { background: var(--warned-fill); border-color: var(--warned); }
.finding td.bad { background: var(--bad-fill); border-color: var(--bad); }
.what, .advice { overflow-wrap: anywhere; max-width: 90ch; }
.advice { margin-top: .15rem; font-size: .93rem; color: var(--muted); }
.transcript { padding: .5rem 0; font: .82rem/1.55 var(--mono); }
.transcript td { padding: 0 .75rem 0 0; white-space: nowrap; }
.transcript .at { width: 1%; padding-left: 1rem; text-align: right; color: var(--muted); }
.transcript .tls { width: 2.2rem; color: var(--good); font-weight: 600; }
.transcript .who { width: 1%; color: var(--muted); }
.transcript .line {
  padding-right: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate;
}
.transcript .client .who, .transcript .client .line { color: var(--client); }
.transcript .note .line { color: var(--muted); font-style: italic; }
.transcript .rule td { padding: .3rem 1rem; }
.transcript .rule td {
  white-space: normal; text-align: center; color: var(--good); background: var(--good-fill);
}
.made {
  margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--muted);
  font-size: .85rem;
}
@media (max-width: 46rem) {
  .page { padding: 1.5rem 1rem; }
  .rows { display: block; overflow-x: auto; }
  .facts th { width: 8.5rem; }
  .transcript .at { display: none; }
  .transcript .tls { padding-left: .75rem; }
}
@media print {
  :root {
    --text: #000; --muted: #444; --line: #bbb; --soft: #ddd; --card: #fff; --page: #fff; --code: #fff;
    --good: #1a7538; --warned: #965800; --bad: #b0241b; --none: #666; --unknown: #666;
    --good-fill: #fff; --warned-fill: #fff; --bad-fill: #fff; --none-fill: #fff; --unknown-fill: #fff;
    --client: #1f5fbf; --server: #1a7538; --on-badge: #fff; --marked: #f3f3f3;
  }
  @page { margin: 16mm 14mm; }
  body { font-size: 10pt; }
  .page { max-width: none; padding: 0; }
  .badge { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .banner td, .finding td { border: 1px solid var(--line); border-left-width: 4px; }
  .level2, .level3 { break-after: avoid; }
  .answers, .banner, .finding, .part, .rows tr, .facts tr, .transcript tr { break-inside: avoid; }
  .rows thead { display: table-header-group; }
  .further { break-before: page; margin-top: 0; padding-top: 0; border-top: 0; }
}
)css");

/// For QTextDocument: no variables, no grid, no @media; sizes in points, for paper.
constexpr QLatin1StringView richTextStyle(R"css(
body { color: #1c2027; font-size: 9pt; }
code { font-family: monospace; font-size: 8.5pt; }
.level1 { font-size: 17pt; font-weight: 600; margin-top: 0px; margin-bottom: 0px; }
.level2 { font-size: 11.5pt; font-weight: 600; margin-top: 18px; margin-bottom: 6px; }
.level3 { font-size: 9.5pt; font-weight: 600; margin-top: 8px; margin-bottom: 3px; }
.count { color: #5b6573; font-weight: 400; }
.meta { color: #5b6573; margin-top: 2px; margin-bottom: 8px; }
.notice { color: #5b6573; font-style: italic; margin-top: 6px; margin-bottom: 6px; }
.badge { font-weight: 700; }
.badge.good { color: #1a7538; }
.badge.warned { color: #965800; }
.badge.bad { color: #b0241b; }
.badge.none { color: #6b7482; }
.badge.unknown { color: #6b7482; }
.word { font-weight: 600; }
.word.good { color: #1a7538; }
.word.warned { color: #965800; }
.word.bad { color: #b0241b; }
.word.none { color: #5b6573; }
.word.unknown { color: #5b6573; }
p { margin-top: 0px; margin-bottom: 0px; }
.headline { font-size: 12pt; font-weight: 600; }
.explained { margin-top: 3px; }
.label { color: #5b6573; }
.brief { font-size: 10pt; font-weight: 600; }
.detail { color: #5b6573; font-size: 8.5pt; }
.advice { color: #5b6573; font-size: 8.5pt; }
th { text-align: left; font-weight: 400; color: #5b6573; }
.made { color: #5b6573; font-size: 8pt; margin-top: 18px; }
table.transcript td { font-family: monospace; font-size: 8pt; }
)css");

} // namespace

QLatin1StringView htmlStyle(HtmlReader reader)
{
    switch (reader) {
    case HtmlReader::Browser:
        return browserStyle;
    case HtmlReader::RichText:
        return richTextStyle;
    }
    return browserStyle;
}

} // namespace mailseal
