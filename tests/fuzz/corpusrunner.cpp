#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <cstdint>
#include <cstdio>

/// One entry a target; libFuzzer's own main takes the place of this one where the target is built with
/// -fsanitize=fuzzer (clang).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

void run(const QByteArray &input)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.constData()),
                           static_cast<std::size_t>(input.size()));
}

/// Cuts, doubles and overwrites octets; the same on every run.
QByteArray changed(QByteArray input, QRandomGenerator &random)
{
    constexpr int mostChanges = 4;
    for (int change = random.bounded(mostChanges); change >= 0 && !input.isEmpty(); --change) {
        const auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(input.size())));
        const auto length = static_cast<qsizetype>(random.bounded(1U, 17U));
        switch (random.bounded(4)) {
        case 0:
            input.remove(at, length);
            break;
        case 1:
            input.insert(at, input.mid(at, length));
            break;
        case 2:
            input[at] = static_cast<char>(random.bounded(256));
            break;
        default:
            input.insert(at, static_cast<char>(random.bounded(256)));
        }
    }
    return input;
}

} // namespace

/// corpusrunner ROUNDS CORPUS: a short smoke without libFuzzer: every file as it is, cut at so many places at
/// most, and changed at random so many times from a fixed seed. Whoever breaks a promise of the target
/// aborts.
int main(int argc, char **argv)
{
    const qsizetype rounds = argc > 1 ? QByteArray(argv[1]).toLongLong() : 0;
    if (rounds < 1)
        return 1;
    int files = 0;
    for (int i = 2; i < argc; ++i) {
        const QDir corpus(QFile::decodeName(argv[i]));
        for (const QString &name : corpus.entryList(QDir::Files, QDir::Name)) {
            QFile file(corpus.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                return 1;
            const QByteArray input = file.readAll();
            ++files;
            run(input);
            for (qsizetype cut = 0; cut < input.size(); cut += 1 + input.size() / rounds)
                run(input.first(cut));
            QRandomGenerator random(17);
            for (qsizetype n = 0; n < rounds; ++n)
                run(changed(input, random));
        }
    }
    std::printf("%d files\n", files);
    return files > 0 ? 0 : 1;
}
