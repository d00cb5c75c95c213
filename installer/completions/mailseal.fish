# mailseal(1) completion

complete -c mailseal -f
complete -c mailseal -s h -l help -d 'print help'
complete -c mailseal -s v -l version -d 'print the version'
complete -c mailseal -a '(__fish_complete_suffix .mailseal; __fish_print_hostnames)'
