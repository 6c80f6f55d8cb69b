#!/usr/bin/env python3
"""Tries whether formulint can be trusted where things go wrong: slow, so it is no test.

Usage: src/bench/trust.py patches|kills|formulas|launches|clocks [COUNT [SEED]]

patches   mends COUNT documents (2000) with --fix, and the same with --diff and git apply; compares the bytes
kills     kills --fix (200 times) while it writes; each document must be whole, and nothing left after the next run
formulas  asks all engines about COUNT hostile formulas (300) with plain ones between them, under strace: no file
          of a name in a formula is opened, none takes long or much memory, no plain one is judged otherwise
launches  COUNT times (20) two launchers at once in a home without anything, one where nothing can be written
clocks    runs with clocks (needs faketime) that stand in other years, go faster or are set while it runs

Uses the launcher and the jar of this folder, or FORMULINT and FORMULINT_JAR. Prints a line for each failure and
a line at the end, and ends with 1 if anything failed.
"""
import collections
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
FORMULINT = os.environ.get("FORMULINT", str(HOME / "formulint"))
failures = 0


def fail(text):
    global failures
    failures += 1
    print("FAILED", text, flush=True)


def run(*arguments, folder, variables=None, **more):
    environment = dict(os.environ, XDG_CACHE_HOME=str(folder.parent / "cache"), **(variables or {}))
    return subprocess.run([FORMULINT, *arguments], cwd=folder, env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, **more)


PIECES = [
    "A value $x。$ of it.", "多项式 $a，b$ 与 $c；d$。", "so $\\frac{1}{2$ is", "the $a<b$ and $a_1^2$", "$x $ and $ y$",
    "prices $5 and $10", "$$\nx。\n$$", "$$\\begin{aligned} a &= b \\end{aligned}$$", "- item $\\text{若}x，$\n  more $y。$",
    "> quote $z。$", "| a | b |\n| --- | --- |\n| $x。$ | $y，z$ |", "```math\nx，y\n```", "`$x。$` code", "\\(x。\\) and \\[y。\\]",
    "$\\mathbb R。$", "<b>$x。$</b>", "$\\underset{x}{y}。$", "$ⅹ。$", "$\\left( x，y \\right)$", "# Title $x。$", "$x。$$y。$",
    "a $\\alpha\\beta。$ b", "$f：X→Y$", "**$x。$**", "[link $x。$](https://a.b)", "$x\u200b。$", "é $é，$ 𝔸 $𝔸。$",
]


def document(chance):
    parts = [chance.choice(PIECES) for _ in range(chance.randint(1, 12))]
    ending = chance.choice(["\n", "\n", "\n", "\r\n", "\r"])
    text = (ending * 2).join(part.replace("\n", ending) for part in parts)
    text += chance.choice(["", ending, ending * 3])
    coded = text.encode(chance.choice(["utf-8", "utf-8", "utf-8", "utf-8-sig"]))
    return coded


def name(chance, number):
    odd = chance.choice(["", "", " a", "ü", "中文", "'q'", '"d"', "\\b", "\tt", "$d", "-x", "#h", "\u202e", "\nn", " "])
    folder = chance.choice(["", "d/", "ö/ü/", "a b/", "a:b/"])
    return f"{folder}{odd}{number}.md"


def patches(count, seed, work):
    chance = random.Random(seed)
    for at in ("fixed", "patched"):
        (work / at).mkdir()
    names = []
    for number in range(count):
        names.append(name(chance, number))
        content = document(chance)
        for at in ("fixed", "patched"):
            path = work / at / names[-1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    before = {each: (work / "fixed" / each).read_bytes() for each in names}
    options = ["--no-cache", "--unsafe-fixes"] if seed % 2 else ["--no-cache"]
    run("--fix", *options, ".", folder=work / "fixed")
    patch = run("--diff", *options, ".", folder=work / "patched").stdout
    applied = subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], cwd=work / "patched", input=patch,
                             stderr=subprocess.PIPE)
    if applied.returncode:
        fail("git apply: " + applied.stderr.decode("utf-8", "replace"))
    changed = 0
    for each in names:
        mended = (work / "fixed" / each).read_bytes()
        changed += mended != before[each]
        if mended != (work / "patched" / each).read_bytes():
            fail(f"{each!r}: differs")
    return f"{count} documents, {changed} of them mended, seed {seed}"


def kills(count, seed, work):
    chance = random.Random(seed)
    docs = work / "docs"
    old = {}
    docs.mkdir()
    for number in range(400):
        old[f"{number}.md"] = ("The value $x。$ of it.\n" * chance.randint(1, 60)).encode()
    new = {each: text.replace("。$".encode(), "$。".encode()) for each, text in old.items()}
    in_time = 0
    while in_time < count:
        for each, text in old.items():
            (docs / each).write_bytes(text)
        environment = dict(os.environ, XDG_CACHE_HOME=str(work / "cache"))
        process = subprocess.Popen([FORMULINT, "--fix-only", "--no-progress", "."], cwd=docs, env=environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # The first mended document says that it writes now.
        first = (docs / "0.md", docs / "1.md", docs / "10.md")
        while process.poll() is None and all(each.read_bytes() == old[each.name] for each in first):
            time.sleep(0.0005)
        time.sleep(chance.random() * 0.15)
        if process.poll() is None:
            in_time += 1
            process.send_signal(signal.SIGKILL)
        process.wait()
        for each in old:
            found = (docs / each).read_bytes()
            if found not in (old[each], new[each]):
                fail(f"{each}: neither old nor new after kill {in_time}")
        if in_time % 20 == 0:
            run("--fix-only", ".", folder=docs)
            left = [each for each in os.listdir(docs) if each not in old]
            if left:
                fail(f"left behind after kill {in_time}: {left}")
    return f"{count} kills while it wrote, seed {seed}"


def hostile(chance, bait):
    """Formulas that want files, time, memory, or to change what comes after them."""
    deep = chance.choice([50, 500, 5_000])
    wide = chance.choice([100, 2_000, 20_000])
    letter = chance.choice("abxyz")
    many = chance.choice(["9" * 3, "9" * 9, "9" * 19, "-" + "9" * 9, "1e9", "0x7fffffff"])
    unit = chance.choice(["em", "pt", "mu", "ex", "cm", "sp"])
    return [
        f"\\input{{{bait}}}", f"\\include{{{bait}}}", f"\\includegraphics{{{bait}}}", f"\\openin1={bait}\\read1to\\x\\x",
        f"\\verbatiminput{{{bait}}}", f"\\lstinputlisting{{{bait}}}", f"\\usepackage{{{bait}}}", f"\\require{{{bait}}}",
        f"\\href{{file://{bait}}}{{x}}", f"\\url{{file://{bait}}}", f"\\unicode[{bait}]{{65}}", f"\\style{{background:url({bait})}}{{x}}",
        f"\\immediate\\write18{{cat {bait}}}", f"\\font\\x={bait}\\x a", f"\\mathchoice{{\\input{bait}}}{{}}{{}}{{}}",
        f"\\class{{{bait}}}{{x}}", f"\\cssId{{{bait}}}{{x}}", f"\\htmlData{{src={bait}}}{{x}}", f"\\data{{{bait}}}{{x}}",
        f"\\newfont{{\\x}}{{{bait}}}\\x a", f"\\begin{{filecontents}}{{{bait}}}x\\end{{filecontents}}", f"\\special{{ps: ({bait}) run}}",
        "\\def\\a{\\b\\b}\\def\\b{\\c\\c}" + "".join(f"\\def\\{chr(99 + i)}{{\\{chr(100 + i)}\\{chr(100 + i)}}}" for i in range(22)) + "\\a",
        "\\def\\a#1{\\a{#1#1}}\\a x", "\\newcommand\\a[1][\\a]{#1}\\a", "\\let\\a\\relax\\def\\a{\\expandafter\\a\\a}\\a",
        "\\def\\a{\\futurelet\\x\\a}\\a x", "\\def\\a#1\\b{\\a#1#1\\b}\\a x\\b", "\\edef\\a{\\a}\\a", "\\xdef\\a{\\a\\a}\\a",
        "\\loop x\\iftrue\\repeat", "\\csname " + letter * wide + "\\endcsname", "\\romannumeral" + many, "\\char" + many, "\\symbol{" + many + "}",
        "\\rule{" + many + unit + "}{" + many + unit + "}", "\\kern" + many + unit + " x", "\\hspace{" + many + unit + "}x",
        "\\raisebox{" + many + unit + "}{x}", "\\\\[" + many + unit + "]x", "\\above" + many + unit + " x", "\\mspace{" + many + "mu}",
        "{" * deep + letter + "}" * deep, "\\left(" * deep + letter + "\\right)" * deep, "\\frac{" * deep + letter + "}{b}" * deep,
        "\\sqrt{" * deep + letter + "}" * deep, "x" + "^{x" * deep + "}" * deep, "x" + "_{x^{y" * deep + "}}" * deep, "\\text{$" * deep + letter + "$}" * deep,
        "\\begin{matrix}" * deep + letter + "\\end{matrix}" * deep, "\\overbrace{" * deep + letter + "}" * deep, "\\phantom{" * deep + letter + "}" * deep,
        "\\mathchoice{" * min(deep, 40) + letter + "}{}{}{}" * min(deep, 40), "\\mathrlap{" * deep + letter + "}" * deep, "\\substack{" * deep + letter + "}" * deep,
        "\\begin{array}{" + "c" * wide + "}" + "&" * (wide - 1) + "\\end{array}", "\\begin{array}{*{" + many + "}{c}}a\\end{array}", "\\begin{array}{" + "|" * wide + "}a\\end{array}",
        "\\begin{matrix}" + "\\\\" * wide + "\\end{matrix}", "\\begin{aligned}" + "&" * wide + "\\end{aligned}", "\\begin{cases}" + "a&b\\\\\\hline" * (wide // 20) + "\\end{cases}",
        letter + "'" * wide, letter + "\\not" * wide + "=", "\\overline{" * 3 + letter * wide + "}" * 3, "\\widehat{" + letter * wide + "}", "\\xrightarrow{" + letter * wide + "}",
        "\\tag{" + letter * wide + "}x", "\\tag{1}\\tag{2}x", "\\label{" + letter + "}\\ref{" + letter + "}", "\\notag\\nonumber" * (wide // 20) + "x",
        "%" * wide, "x%\n" * (wide // 10), "\\ " * wide, "~" * wide, "\\," * wide, "\\quad" * wide, "&" * wide, "#" * wide, "_" * wide, "^" * wide, "\\" * wide, "{" * wide, "}" * wide, "$" * wide,
        "\u202e" * wide, "\u0301" * wide, "a" + "\u0301" * wide, "\U0001d538" * wide, "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16") * wide, "\u200b" * wide, "\ufeff" * wide, "\x01\x02\x7f", "\u2028\u2029" * 20,
        "\\color{" + "0" * wide + "}x", "\\textcolor{red" + "!" * wide + "}{x}", "\\definecolor{red}{rgb}{9,9,9}\\color{red}x", "\\colorbox{" + letter * wide + "}{x}",
        "\\def\\frac#1#2{\\bad}\\frac12", "\\let\\sqrt\\bad\\sqrt x", "\\renewcommand{\\alpha}{\\bad}\\alpha", "\\gdef\\beta{\\bad}\\beta", "\\global\\let\\sum\\bad\\sum", "\\DeclareMathOperator{\\sin}{\\bad}\\sin",
        "\\catcode`\\$=11 x", "\\makeatletter\\gdef\\@x{}", "\\newenvironment{matrix}{\\bad}{}\\begin{matrix}x\\end{matrix}", "\\def\\begin#1{\\bad}\\begin{matrix}", "\\def\\left{\\bad}\\left(x\\right)", "\\def\\\\{\\bad}a\\\\b",
        "\\mathcode`x=9 x", "\\fontsize{" + many + "}{1}x", "\\Huge" * wide + "x", "\\displaystyle" * wide + "x", "\\scriptscriptstyle" * 40 + "x", "\\rotatebox{" + many + "}{x}", "\\scalebox{" + many + "}{x}", "\\resizebox{" + many + "pt}{!}{x}",
        "\\ce{" + "H2O + " * (wide // 10) + "}", "\\ce{" + "^" * wide + "}", "\\ce{" + "(" * deep + "}", "\\pu{" + many + " J}", "\\bbox[" + many + "px]{x}", "\\enclose{" + letter * wide + "}{x}", "\\mathtip{x}{" + letter * wide + "}", "\\toggle{a}{b}\\endtoggle",
        "\\begin{CD}" + "A@>>>B\\\\@VVV@VVV\\\\" * (wide // 40) + "\\end{CD}", "\\xymatrix{" + "&" * wide + "}", "\\buildrel" * deep + "x", "\\mathop" * deep + "x", "\\mathbin" * deep + "x", "\\underset" * deep + "x", "\\limits" * deep,
        "\\begin{equation}" * 30, "\\end{equation}" * 30, "\\begin{" + letter * wide + "}", "\\begin{a}\\begin{b}\\end{a}\\end{b}", "\\operatorname{" + letter * wide + "}", "\\operatorname*" * deep, "\\verb|" + letter * wide, "\\text{\\verb" + letter,
        "\\middle|" * deep, "\\left.\\middle|" * deep + "\\right.", "\\big" * deep + "(", "\\genfrac(){" + many + "pt}{9}{a}{b}", "\\cfrac" * deep, "\\binom" * deep, "\\stackrel" * deep, "\\sideset" * deep, "\\prescript" * deep,
        "".join(chance.choice(["\\frac", "{", "}", "x", "^", "_", "\\left(", "\\right)", "&", "\\\\", "\\begin{matrix}", "\\end{matrix}", "\\def\\x", "#1", "\\x", "%", "$", "\n"]) for _ in range(200)),
    ]


def formulas(count, seed, work):
    chance = random.Random(seed)
    bait = str(work / "bait-of-formulas")
    Path(bait).write_text("\\alpha")
    pool = []
    while len(pool) < count:
        pool += [each for each in hostile(chance, bait) if each not in pool]
    chance.shuffle(pool)
    pool = pool[:count]
    plain = ["\\frac12", "\\sqrt{x}", "\\alpha+\\beta", "\\sum_{i=0}^n", "\\sin x", "\\begin{matrix}a&b\\\\c\\end{matrix}", "\\left(x\\right)", "\\color{red}x", "a\\\\b", "\\bad", "\\frac{1}{", "\\x"]
    alone = verdicts([(each, False) for each in plain], work, bait)[0]
    worst = 0
    asked = 0
    outcomes = collections.Counter()
    for start in range(0, len(pool), 25):
        batch = pool[start:start + 25]
        lines = []
        for each in batch:
            lines.append((each, chance.random() < 0.5))
            lines += [(one, False) for one in plain]
        began = time.monotonic()
        found, memory = verdicts(lines, work, bait)
        worst = max(worst, time.monotonic() - began)
        asked += len(batch)
        if len(found) != len(lines):
            fail(f"{len(found)} answers to {len(lines)} formulas from {start} on")
            continue
        if memory > 1 << 20:
            fail(f"{memory} kB of memory from {start} on")
        for number, each in enumerate(batch):
            at = number * (len(plain) + 1)
            if found[at + 1:at + 1 + len(plain)] != alone:
                fail(f"plain formulas are judged otherwise behind {each[:80]!r}")
            for engine, outcome in found[at].items():
                outcomes[outcome["status"]] += 1
                if outcome["status"] in ("crashed", "unavailable"):
                    fail(f"{engine} {outcome}: {each[:80]!r}")
    return f"{asked} hostile formulas, seed {seed}; the slowest 25 took {worst:.1f} s; {dict(outcomes)}"


def verdicts(lines, work, bait):
    """Returns what each engine says of each formula, and the peak of memory in kB."""
    asked = "".join(json.dumps({"tex": tex, "display": display}) + "\n" for tex, display in lines)
    trace = work / "trace"
    answer = subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=%file,connect,execve", "-s", "400", "-o", str(trace),
         "/usr/bin/time", "-f", "%M", "-o", str(work / "memory"),
         FORMULINT, "tex", "--format", "jsonl", "--engine", "all"],
        input=asked.encode("utf-8", "surrogatepass"), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=dict(os.environ, XDG_CACHE_HOME=str(work / "cache")), timeout=600)
    for line in trace.read_text(errors="replace").splitlines():
        if "bait-of-formulas" in line or "AF_INET" in line:
            fail(line)
        if "execve(" in line and "bait" in line:
            fail(line)
    found = []
    for line in answer.stdout.decode().splitlines():
        engines = json.loads(line).get("engines", {})
        found.append(engines)
    memory = int((work / "memory").read_text().split()[-1])
    return found, memory


def launches(count, seed, work):
    docs = work / "docs"
    docs.mkdir()
    (docs / "a.md").write_text("$x。$\n")
    (docs / ".formulint.yml").write_text("nothing: [\n")
    (docs / "good.yml").write_text("{}\n")
    for number in range(count):
        home = work / f"home{number}"
        home.mkdir()
        environment = dict(os.environ, XDG_CACHE_HOME=str(home), HOME=str(home))
        both = [subprocess.Popen([FORMULINT, "--config", "good.yml", "--format", "concise", "a.md"], cwd=docs, env=environment,
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
        answers = [each.communicate() + (each.returncode,) for each in both]
        if answers[0] != answers[1] or answers[0][2] != 0 or b"fullwidth-punctuation" not in answers[0][0]:
            fail(f"launch {number}: {answers}")
        end = time.monotonic() + 60
        archives = []
        while time.monotonic() < end:
            archives = [each.name for each in (home / "formulint").glob("start-java*")] if (home / "formulint").exists() else []
            if any(each.endswith(".noted") for each in archives) and not any("making" in each for each in archives):
                break
            time.sleep(0.2)
        else:
            fail(f"launch {number}: no archive after a minute: {archives}")
        again = subprocess.run([FORMULINT, "--config", "good.yml", "--format", "concise", "a.md"], cwd=docs, env=environment,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if (again.stdout, again.stderr, again.returncode) != answers[0]:
            fail(f"launch {number}, with the archive: {again}")
        shutil.rmtree(home)
    closed = work / "closed"
    closed.write_text("no folder")
    environment = dict(os.environ, XDG_CACHE_HOME=str(closed), HOME=str(closed))
    answer = subprocess.run([FORMULINT, "--config", "good.yml", "--format", "concise", "a.md"], cwd=docs, env=environment,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if answer.returncode != 0:
        fail(f"where nothing can be kept: {answer}")
    return f"{count} times two launchers at once, and one where nothing can be kept"


def clocks(count, seed, work):
    docs = work / "docs"
    docs.mkdir()
    for number in range(20):
        (docs / f"{number}.md").write_text(f"$x_{{{number}}}$ and $y。$ $\\def\\a{{\\a\\a}}\\a_{number}$\n")

    def once(fake, *options):
        environment = dict(os.environ, XDG_CACHE_HOME=str(work / "cache"))
        command = [FORMULINT, "--format", "concise", *options, "."]
        if fake:
            command = ["faketime", *fake, *command]
        found = subprocess.run(command, cwd=docs, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        return found.stdout, found.returncode

    expected = once([], "--no-cache")
    for fake in (["-f", "@1971-01-01 00:00:00"], ["-f", "@2099-12-31 23:59:59"], ["-f", "+10y x100"], ["-f", "-5y x0.2"],
                 ["-f", "+0 i-3600"], ["-f", "@2038-01-19 03:14:00"]):
        for options in (("--no-cache",), (), ()):
            if once(fake, *options) != expected:
                fail(f"{fake} {options}: another report")
    if once([]) != expected:
        fail("afterwards: another report")
    return "6 clocks, without and with kept findings"


COUNTS = {"patches": 2000, "kills": 200, "formulas": 300, "launches": 20, "clocks": 6}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in COUNTS:
        sys.exit(__doc__)
    what = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else COUNTS[what]
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    # An archive may still be made in the background.
    with tempfile.TemporaryDirectory(prefix="formulint-trust", ignore_cleanup_errors=True) as folder:
        (Path(folder) / "work").mkdir()
        print(what + ":", globals()[what](count, seed, Path(folder) / "work") + ";", failures, "failures")
    sys.exit(1 if failures else 0)
