"""A display without a screen whose pixels can be read: Xvfb with its frame buffer in a file."""
import os
import struct
import subprocess
import time
import zlib


class Screen:
    """with Screen(folder) as screen: screen.display is what DISPLAY must be."""

    def __init__(self, folder):
        self.folder = folder
        self.server = None
        self.display = None

    def __enter__(self):
        reading, writing = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-fbdir", self.folder,
             "-nolisten", "tcp", "-ac"], pass_fds=[writing], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.display = ":" + number
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()

    def pixels(self):
        """The screen as it is now: width, height, rows of (blue, green, red, unused) bytes."""
        with open(os.path.join(self.folder, "Xvfb_screen0"), "rb") as file:
            data = file.read()
        header = struct.unpack(">25I", data[:100])
        size, width, height, per_line, colours = header[0], header[4], header[5], header[12], header[19]
        start = size + 12 * colours
        return width, height, [data[start + y * per_line:start + y * per_line + 4 * width] for y in range(height)]

    def painted(self):
        """How much of the screen is not black, from 0 to 1, and how many colours there are, of every fourth pixel."""
        width, height, rows = self.pixels()
        seen = {}
        for row in rows[::4]:
            for x in range(0, 4 * width, 16):
                colour = row[x:x + 3]
                seen[colour] = seen.get(colour, 0) + 1
        total = sum(seen.values())
        return 1 - seen.get(b"\0\0\0", 0) / total, len(seen)

    def wait_for(self, is_there, is_alive, seconds):
        """True once `is_there()` of the screen; false where `is_alive` ends it or the time is over."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and is_alive():
            if is_there():
                return True
            time.sleep(0.05)
        return False

    def has_window(self):
        share, colours = self.painted()
        return share > 0.2 and colours >= 8

    def has_colour(self, red, green, blue):
        _, _, rows = self.pixels()
        return any(bytes((blue, green, red)) in row for row in rows)

    def save(self, path):
        """The screen as a picture (PNG), for people to look at."""
        width, height, rows = self.pixels()
        raw = b"".join(b"\0" + bytes(row[4 * x + c] for x in range(width) for c in (2, 1, 0)) for row in rows)
        with open(path, "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n")
            for kind, content in ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
                                  (b"IDAT", zlib.compress(raw)), (b"IEND", b"")):
                file.write(struct.pack(">I", len(content)) + kind + content +
                           struct.pack(">I", zlib.crc32(kind + content)))
