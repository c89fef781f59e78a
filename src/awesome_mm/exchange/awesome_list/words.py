"""The words by which paper lists say what stands where: labels of links and fields, heads of columns, headings that hold no works.

Layer: exchange. A list in words of its own gets them here: each set is compared with folded text, English and Chinese alike.
"""

import re

from ...model.text import fold

# Labels of links and fields, and the kind of link each stands for; "" where only the address can tell.
LINK_ROLES: dict[str, str] = {
    **dict.fromkeys(
        "paper papers pdf article publication report manuscript proceedings 论文 文章 报告 技术报告 论文链接 论文地址 原文".split(), "paper"
    ),
    **dict.fromkeys("code codes github repo repository implementation gitee 代码 源码 仓库 代码链接 开源代码".split(), "code"),
    **dict.fromkeys("data dataset datasets corpus 数据 数据集 数据链接".split(), "data"),
    **dict.fromkeys("model models checkpoint checkpoints weights weight 模型 权重 模型权重".split(), "model"),
    **dict.fromkeys("project projectpage homepage website site webpage 项目 主页 网站 项目主页 官网".split(), "project"),
    **dict.fromkeys(
        "page demo doc docs documentation collection collections link links url blog video slides poster talk post leaderboard space "
        "链接 演示 博客 视频 地址 网址".split(),
        "page",
    ),
    **dict.fromkeys(
        "source sources arxiv abs html doi openreview hf huggingface modelscope acl anthology star stars abstract details 详情".split(), ""
    ),
}
# What may stand beside such a word in a label without making a title of it.
_LABEL_FILLING = frozenset(
    (
        "the our official unofficial and of in on for here new face hugging open source opensource full text supplementary technical tech "
        "online view read more see at by version preprint short long main findings workshop oral spotlight poster best award track d b db "
        "conference journal 和 与 的 及 官方 开源 下载"
    ).split()
)
VENUES: dict[str, str] = {
    **{
        name.casefold(): name
        for name in (
            "CVPR ICCV ECCV WACV BMVC ACCV NeurIPS ICLR ICML COLM AISTATS UAI ACL EMNLP NAACL EACL AACL COLING CoNLL TACL LREC "
            "COLM KDD WWW SIGIR "
            "WSDM CIKM RecSys AAAI IJCAI ECAI MICCAI MLSys OSDI SOSP NSDI ASPLOS ISCA MICRO HPCA DAC ICCAD ICRA IROS CoRL RSS INTERSPEECH "
            "ICASSP ICME SIGGRAPH TOG TMLR JMLR TPAMI IJCV TIP TMM TCSVT TNNLS PNAS Nature Science VLDB SIGMOD ICDE CHI UIST AIES "
            "FAccT GECCO 3DV "
            "ICDAR ICPR AAMAS SenSys TechRxiv SSRN medRxiv bioRxiv GlobalSIP ISMIR LoG CogSci EDBT "
            "ICPP SC HPDC PPoPP EuroSys MobiCom MobiSys INFOCOM ICSE ASE FSE ISSTA SIGDIAL SemEval BioNLP ICDL IJCNN ICDM PAKDD ECML TKDE "
            "TKDD TOIS CSCW IUI IMWUT ICMI ICWSM NDSS RA-L MLHC"
        ).split()
    },
    "nature machine intelligence": "Nature Machine Intelligence",
    "nat mach intell": "Nature Machine Intelligence",
    "cis-ram": "CIS-RAM",
    "usenix atc": "USENIX ATC",
    "usenix security": "USENIX Security",
    "ecml pkdd": "ECML PKDD",
    "nips": "NeurIPS",
    "acm mm": "ACM MM",
    "acm multimedia": "ACM MM",
    "siggraph asia": "SIGGRAPH Asia",
    "aacl-ijcnlp": "AACL-IJCNLP",
    "pami": "TPAMI",
}
PREPRINTS = frozenset("arxiv preprint openreview github techrxiv".split())

# Heads of columns, each with the part of an entry that stands below it.
COLUMN_ROLES: dict[str, str] = {
    **dict.fromkeys(
        ("title", "paper title", "title & authors", "title and authors", "article", "论文标题", "论文名称", "标题", "题目"), "title"
    ),
    **dict.fromkeys(("paper", "papers", "论文", "publication title", "reference", "work"), "paper"),
    **dict.fromkeys(
        (
            "name",
            "model",
            "models",
            "model name",
            "method",
            "methods",
            "dataset",
            "datasets",
            "dataset name",
            "benchmark",
            "benchmarks",
            "tool",
            "tools",
            "blog",
            "list",
            "project name",
            "system",
            "framework",
            "library",
            "resource",
            "approach",
            "名称",
            "模型",
            "模型名称",
            "方法",
            "数据集",
            "数据集名称",
            "基准",
            "评测基准",
            "工具",
            "博客",
            "列表",
            "框架",
            "系统",
        ),
        "name",
    ),
    **dict.fromkeys(
        (
            "venue",
            "publication",
            "conference",
            "journal",
            "published",
            "published in",
            "pub",
            "conf",
            "会议",
            "期刊",
            "发表",
            "出处",
            "会议/期刊",
        ),
        "venue",
    ),
    **dict.fromkeys(
        ("date", "year", "time", "release time", "release date", "released", "submitted", "时间", "日期", "年份", "发布时间", "发表时间"),
        "date",
    ),
    **dict.fromkeys(("author", "authors", "作者"), "authors"),
    **dict.fromkeys(("category", "type", "group", "task", "类别", "分类", "类型", "任务"), "group"),
}
# Labels of fields inside an entry, beside those of links.
FIELD_ROLES: dict[str, str] = {
    **dict.fromkeys("paper papers title arxiv 论文 标题 题目 论文标题".split(), "paper"),
    **dict.fromkeys("author authors 作者".split(), "authors"),
    **dict.fromkeys("publication published venue conference journal 发表 会议 期刊 发布时间 发表时间 出处".split(), "venue"),
    **dict.fromkeys("date year released 时间 日期 年份".split(), "date"),
}
# Labels of the field that an entry begins with whose every part has a label.
TITLE_LABELS = frozenset(
    "title name 标题 题目 论文标题 论文名称 论文名 名称 数据集名称 模型名称 项目名称 方法名称".split(),
) | {"paper title"}
_NO_WORKS = frozenset(
    (
        "news update updates whats changelog log contents content toc catalog outline contributing contribution "
        "contributions contribute "
        "contributors contributor citation citations cite license licence acknowledgement acknowledgements acknowledgment acknowledgments "
        "acknowledge thanks contact team history hiring introduction overview preface about statistics notation motivation "
        "disclaimer feedback "
        "announcement announcements sponsor sponsors faq roadmap todo call supporters author authors guidelines guideline guide "
        "highlight highlights"
    ).split()
)
_HEADING_FILLING = frozenset(
    (
        "the latest new our to this of how us and in on new repo repository survey list project for star is are we please what s with a an "
        "table papers "
        "index page"
    ).split()
)
_NO_WORKS_ZH = (
    "更新",
    "新闻",
    "动态",
    "目录",
    "贡献",
    "引用",
    "许可",
    "致谢",
    "联系",
    "历史",
    "简介",
    "介绍",
    "统计",
    "公告",
    "作者",
    "免责",
)
_LONGEST_ZH_HEADING = 8
_WHEN = frozenset(
    (
        "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november "
        "december 年 月 日"
    ).split()
)
_CONTENTS = frozenset(("contents", "table of contents", "content", "toc", "catalog", "outline", "目录", "内容", "内容目录"))
_KIND_WORDS: dict[str, tuple[str, ...]] = {
    "survey": ("survey", "surveys", "review", "reviews", "综述"),
    "benchmark": ("benchmark", "benchmarks", "benchmarking", "leaderboard", "基准", "评测"),
    "dataset": ("dataset", "datasets", "corpus", "corpora", "数据集", "语料"),
    "blog": ("blog", "blogs", "博客", "post", "posts"),
    "list": ("awesome", "githubs", "lists", "列表", "友情链接"),
}
_OTHER_WORKS = frozenset("paper papers method methods model models work works 论文 方法 模型".split())
_AND = re.compile(r"(?i)[&,、/+和与及]|\band\b")
_WORDS = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+")  # Chinese and Latin words stand side by side without a space
_NUMBERING = re.compile(r"^\s*(?:(?:[0-9]+(?:\.[0-9]+)*[.):、]?|[A-Z][.)])\s+|[0-9]+(?:\.[0-9]+)*[.)、])")
_PICTURES = re.compile(
    "[\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299\ufe0f\u200d\u20e3]"
)
_EMOJI_CODE = re.compile(r":[a-z0-9_+-]+:")


def heading_text(text: str) -> str:
    """Return what a heading says, without pictures, numbering and the colon behind it."""
    bare = " ".join(_EMOJI_CODE.sub(" ", _PICTURES.sub(" ", text)).split())
    return _NUMBERING.sub("", bare).strip().strip("*").rstrip(":：").strip() or bare


def bare_text(text: str) -> str:
    """Return `text` without pictures such as emoji, on one line."""
    if text.isascii() and ":" not in text:
        return " ".join(text.split())
    return " ".join(_EMOJI_CODE.sub(" ", _PICTURES.sub(" ", text)).split())


def words_of(text: str) -> list[str]:
    """Return the folded words of a text."""
    return _WORDS.findall(fold(bare_text(text)))


def holds_no_works(title: str) -> bool:
    """Whether a heading says that what stands below are no works: news, how to cite, thanks."""
    words = words_of(heading_text(title))
    if any(word in title for word in _NO_WORKS_ZH):
        return len(title) <= _LONGEST_ZH_HEADING
    return words == ["what", "s", "new"] or (
        any(word in _NO_WORKS for word in words) and all(word in _NO_WORKS or word in _HEADING_FILLING for word in words)
    )


def is_contents(title: str) -> bool:
    """Whether a heading stands above the table of contents."""
    return fold(heading_text(title)) in _CONTENTS


def kind_word(title: str) -> str:
    """Return the kind of work that the heading `title` promises; ``""`` where it does not say."""
    words = words_of(title)
    if _OTHER_WORKS & set(words) and _AND.search(title):  # "papers and datasets" promises neither
        return ""
    for kind, known in _KIND_WORDS.items():
        if any(word in words if word.isascii() else word in title for word in known):
            return kind
    return ""


def says_when_or_where(text: str) -> bool:
    """Whether a text is nothing but a venue, a date or a preprint server."""
    bare = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text)
    words = words_of(re.sub(r"(?<=[A-Za-z])(?=['’]?[0-9]{2}(?:[0-9]{2})?\b)", " ", bare))
    return bool(words) and all(
        word in VENUES or word in PREPRINTS or word.isdecimal() or word in _WHEN or word in _LABEL_FILLING for word in words
    )


def link_role(label: str) -> str | None:
    """Return the kind of link a label such as ``Paper (CVPR 2025)`` names, ``""`` where the address must tell; None for a title."""
    words = [word.rstrip("0123456789") or word for word in words_of(label)]
    if not words:
        return ""
    named = [LINK_ROLES[word] for word in words if word in LINK_ROLES]
    fillings = [word for word in words if word in _LABEL_FILLING or word in VENUES or word.isdecimal()]
    if len(named) + len(fillings) < len(words):
        return None
    return next((role for role in named if role), "")
