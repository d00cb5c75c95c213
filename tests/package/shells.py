"""bash, zsh and fish, asked for completions as a person asks: a line is typed, Tab is pressed, the answer is read."""
import os
import pty
import re
import select
import subprocess
import time

DEADLINE = 60


class Terminal:
    """A shell on a terminal of its own. `tab` types a line, presses Tab and gives back the words that are offered, or
    the one that the last word was completed to."""

    prepared = "READY"

    def __init__(self, command, environment, folder, preparation):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, environment)
        self.heard = ""
        # The word is broken up, so that the echo of what is typed is not taken for the answer.
        self.type(preparation + f"\necho {self.prepared[:2]}\"\"{self.prepared[2:]}\n")
        self.wait_for(self.prepared)

    def close(self):
        os.close(self.terminal)
        os.waitpid(self.process, 0)

    def type(self, text):
        os.write(self.terminal, text.encode())

    def wait_for(self, pattern):
        """What is printed up to the pattern; the match is kept in self.found."""
        end = time.monotonic() + DEADLINE
        while not (found := re.search(pattern, self.heard, re.DOTALL)):
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.terminal], [], [], left)[0]:
                raise TimeoutError(f"the shell says nothing of {pattern!r}, but:\n{self.heard}")
            self.heard += os.read(self.terminal, 65536).decode("utf-8", "replace")
        before, self.heard, self.found = self.heard[:found.start()], self.heard[found.end():], found
        return before

    def tab(self, line):
        # Control-U empties the line, Control-X L says what stands on it.
        self.type("\x15\x18l")
        self.wait_for("<LINE:>\r?\n")
        self.type(line + "\t\x18l")
        listed = self.wait_for("<LINE:([^>]*)>")
        now = self.found.group(1)
        if now.rstrip() != line.rstrip():
            return {now.split()[-1]}
        # The line is echoed, and drawn again below what is listed.
        listed = re.sub(r".\x08|[^\n]*\r(?=[^\r\n])", "", listed.replace("\0", ""))
        listed = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|[\x07\r]", " ", listed)
        return set(listed.split()) - set(line.split())


class Bash(Terminal):
    name = "bash"

    def __init__(self, prefix, home):
        environment = {"PATH": f"{prefix}/bin:{os.environ['PATH']}", "HOME": home, "TERM": "dumb", "LC_ALL": "C.UTF-8",
                       "XDG_DATA_DIRS": f"{prefix}/share", "COLUMNS": "200", "INPUTRC": "/dev/null"}
        super().__init__(["bash", "--norc", "-i"], environment, home, """
PS1= PS2=
bind 'set enable-bracketed-paste off'
bind 'set show-all-if-ambiguous on'
bind 'set completion-query-items 0'
bind 'set page-completions off'
bind 'set bell-style none'
bind -x '"\\C-xl": printf "<LINE:%s>\\n" "$READLINE_LINE"'
. /usr/share/bash-completion/bash_completion
""")


class Zsh(Terminal):
    name = "zsh"

    def __init__(self, prefix, home):
        environment = {"PATH": f"{prefix}/bin:{os.environ['PATH']}", "HOME": home, "TERM": "vt100", "LC_ALL": "C.UTF-8",
                       "COLUMNS": "200", "LINES": "500"}
        super().__init__(["zsh", "-f", "-i"], environment, home, f"""
PS1= PS2= RPS1= LISTMAX=10000
stty columns 200 rows 500
unsetopt list_ambiguous list_beep auto_menu prompt_cr prompt_sp always_last_prompt
unset zle_bracketed_paste
fpath=({prefix}/share/zsh/vendor-completions $fpath)
autoload -Uz compinit
compinit -u -D
bindkey -e
zstyle ':completion:*' verbose no
zstyle ':completion:*' format ''
say_line() {{ print -r -- "<LINE:$BUFFER>" }}
zle -N say_line
bindkey '^Xl' say_line
""")


class Fish:
    name = "fish"

    def __init__(self, prefix, home):
        self.environment = {"PATH": f"{prefix}/bin:{os.environ['PATH']}", "HOME": home, "LC_ALL": "C.UTF-8",
                            "XDG_DATA_DIRS": f"{prefix}/share"}
        self.home = home

    def close(self):
        pass

    def tab(self, line):
        done = subprocess.run(["fish", "-c", "complete -C $argv[1]", line], env=self.environment, cwd=self.home,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, check=True)
        return {row.split("\t")[0] for row in done.stdout.splitlines()}
