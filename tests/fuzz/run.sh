#!/usr/bin/env bash
# Fuzzes every target with libFuzzer under ASan and UBSan, one after the other; what breaks a promise is left in
# build/fuzz/findings. New inputs that reach further are kept in build/fuzz/corpus, beside those of tests/fuzz/corpus.
#
#   tests/fuzz/run.sh [SECONDS-EACH] [TARGET…]       60 seconds, all targets
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=installer/packages.sh
. "$root/installer/packages.sh"
seconds=${1:-60}
[[ $seconds =~ ^[1-9][0-9]*$ ]] || die "usage: tests/fuzz/run.sh [SECONDS-EACH] [TARGET…]"
shift $(($# > 0))
targets=("$@")
((${#targets[@]} > 0)) || mapfile -t targets < <(cd "$root/tests/fuzz/corpus" && ls)
for target in "${targets[@]}"; do
    [[ -d $root/tests/fuzz/corpus/$target ]] ||
        die "no target $target; there is: $(cd "$root/tests/fuzz/corpus" && echo *)"
done

say "packages"
install_missing "${build_packages[@]}" "${test_packages[@]}" "${sanitizer_packages[@]}"
say "build (into build/fuzz)"
cd "$root"
cmake --log-level=WARNING -S . -B build/fuzz -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_COMPILER=clang++ \
    -DCMAKE_CXX_FLAGS_DEBUG="-O1 -g1" -DMAILSEAL_LIBFUZZER=ON -DMAILSEAL_SANITIZE=ON -DMAILSEAL_UNITY=ON
cmake --build build/fuzz --parallel "$(build_jobs)" --target "${targets[@]/#/fuzz_}"

failed=0
mkdir -p build/fuzz/findings
for target in "${targets[@]}"; do
    say "$target, $seconds s"
    mkdir -p "build/fuzz/corpus/$target"
    "build/fuzz/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -print_final_stats=1 -verbosity=0 \
        -artifact_prefix="build/fuzz/findings/$target-" "build/fuzz/corpus/$target" "tests/fuzz/corpus/$target" ||
        failed=$((failed + 1))
done
say "${#targets[@]} targets fuzzed, $failed with findings"
((failed == 0))
