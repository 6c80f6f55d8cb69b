"""Prints what a Python package reads, in the form of read.mjs: python.py mkdocs|myst < CASES.jsonl"""

import html
import json
import re
import signal
import sys


def give_up(*_):
    raise TimeoutError("takes too long")


signal.signal(signal.SIGALRM, give_up)


def mkdocs():
    import markdown

    marked = re.compile(
        r'<(span|div) class="arithmatex">(?:\\\(([^<]*?)\\\)|\\\[([^<]*?)\\\])</\1>'
    )

    def read(text):
        page = markdown.markdown(
            text,
            extensions=[
                "extra",
                "admonition",
                "pymdownx.details",
                "pymdownx.tabbed",
                "pymdownx.arithmatex",
            ],
            extension_configs={"pymdownx.arithmatex": {"generic": True}},
        )
        return [
            {"display": m[1] == "div", "tex": html.unescape(m[3] if m[1] == "div" else m[2])}
            for m in marked.finditer(page)
        ]

    return read


def myst():
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(dollarmath_plugin)

    def collect(tokens, found):
        for token in tokens:
            if token.type.startswith("math_"):
                found.append({"display": token.type != "math_inline", "tex": token.content})
            collect(token.children or [], found)
        return found

    return lambda text: collect(parser.parse(text), [])


read = {"mkdocs": mkdocs, "myst": myst}[sys.argv[1]]()
for line in sys.stdin:
    case = json.loads(line)
    signal.alarm(3)
    try:
        formulas = read(case["markdown"].removeprefix("\ufeff"))
    except Exception as error:
        print(f"{case['id']}: {error!r}", file=sys.stderr)
        continue
    print(json.dumps({"id": case["id"], "formulas": formulas}))
