"""The words around the facts, in both languages.

Layer: views. A label is looked up by its English form, which is what stands in the code.
"""

from collections.abc import Mapping
from typing import Any

_ZH = {
    "Name": "名称",
    "Title": "标题",
    "Date": "日期",
    "Venue": "发表",
    "Scale": "规模",
    "Organizations": "机构",
    "Category": "类别",
    "Kind": "类型",
    "Score": "得分",
    "Why": "理由",
    "Authors": "作者",
    "Published": "发布",
    "Placed in": "收录于",
    "Also fits": "亦属于",
    "Needs": "所需条件",
    "Input": "输入",
    "Output": "输出",
    "Also known as": "别名",
    "Pipeline": "流程",
    "Figures": "数据量",
    "Results": "实验结果",
    "What is open": "开放情况",
    "Relations": "关联",
    "In dispute": "存疑之处",
    "Notes": "要点",
    "Links": "链接",
    "Record": "书目记录",
    "What": "内容",
    "Quantity": "数量",
    "Share": "占比",
    "Status": "状态",
    "Where": "出处",
    "Benchmark": "基准",
    "Metric": "指标",
    "Subject": "对象",
    "Value": "数值",
    "Gain": "提升",
    "State": "状态",
    "Licence": "许可证",
    "Count": "数量",
    "Claimed": "源列表所称",
    "Listed": "源列表所收",
    "Totals": "总计",
    "By category": "按类别",
    "By kind": "按类型",
    "By year": "按年份",
    "By organization": "按机构",
    "By openness": "按开放情况",
    "By model": "按所用模型",
    "By action": "按处理步骤",
    "By need": "按所需条件",
    "with an arXiv id": "有 arXiv 编号",
    "with a pipeline": "有流程描述",
    "with a fact in dispute": "含存疑内容",
    "Works": "著作",
    "Placements": "收录次数",
    "Artifacts": "产出",
    "Models used": "所用模型",
    "unknown": "未知",
    "confirmed": "已确认",
    "unverified": "未核实",
    "disputed": "存疑",
    "fetched": "已抓取",
    "recalled": "凭记忆",
    "released": "已发布",
    "promised": "承诺发布",
    "closed": "未开放",
    "none": "无",
    "method": "方法",
    "dataset": "数据集",
    "benchmark": "基准",
    "survey": "综述",
    "list": "列表",
    "blog": "博客",
    "insight": "启发",
    "model": "模型",
    "code": "代码",
    "tool": "工具",
    "data": "数据",
    "prompts": "提示词",
    "paper": "论文",
    "project": "项目",
    "page": "网页",
    "generator": "生成",
    "judge": "评判",
    "verifier": "验证",
    "detector": "检测",
    "segmenter": "分割",
    "editor": "编辑",
    "embedder": "嵌入",
    "produces": "产出",
    "uses": "使用",
    "extends": "扩展",
    "inspired-by": "受启发于",
    "compares-with": "对比",
    "evaluates-on": "评测于",
    "idea": "思路",
    "quality": "质量",
    "finding": "发现",
    "training": "训练",
    "openness": "开放",
    "limitation": "局限",
    "principle": "原则",
    "cpu": "CPU",
    "endpoint": "模型接口",
    "image-endpoint": "图像模型接口",
    "local-gpu": "本地 GPU",
    "keep": "保留",
    "drop": "丢弃",
    "about": "约",
    "over": "相对",
    "at least": "至少",
    "at most": "至多",
    "point": "个百分点",
    "points": "个百分点",
    "The list says": "源列表称",
    "et al.": "等",
    "not fetched yet": "尚未抓取",
    "fetched on": "抓取于",
    "catalog of": "目录日期",
    "Nothing found for": "未找到",
    "Near": "相近",
    "No field to search in": "没有这样的字段",
    "Fields": "可用字段",
    "without": "不含",
    "Nothing matches these filters.": "没有符合条件的条目。",
    "facts in dispute; `show` says which": "含存疑内容，详见 show",
    "The catalog has no entries.": "目录中没有条目。",
    "Field": "字段",
    "What belongs in it": "收录范围",
    "How to add to the source list": "如何向源列表投稿",
    "What the source list counts": "源列表的自述统计",
    "Source list": "源列表",
    "Old": "原值",
    "New": "新值",
    "Entry": "条目",
    "Event": "事件",
    "recalled, not confirmed": "凭记忆，未确认",
    "papers": "论文",
    "The offset is past the last entry": "起始位置超出条目总数",
    "without an arXiv id": "没有 arXiv 编号",
    "yes": "是",
    "no": "否",
    "When": "时间",
    "Source": "来源",
    "Fetched": "抓取时间",
    "arXiv": "arXiv",
    "never": "从未",
    "recent": "近期已抓取",
    "to be asked for": "待询问",
    "Forgotten": "已清除",
    "There was nothing to forget.": "没有可清除的记录。",
    "Nothing has been written yet.": "尚未写入任何变更。",
    "Written.": "已写入。",
    "arXiv has no such paper": "arXiv没有这篇论文",
    "Nothing is written; --write does it.": "未写入任何内容；加--write则写入。",
    "new": "新增",
    "the id leads to another paper": "编号指向另一篇论文",
    "which is the title of": "该标题属于",
    "first-record": "首次记录",
    "new-version": "新版本",
    "retitled": "改题",
    "authors-changed": "作者变更",
    "published": "已发表",
    "withdrawn-suspect": "疑似撤稿",
    "withdrawn": "已撤稿",
    "title-mismatch": "标题不符",
    "metadata": "元数据",
    "seen": "已收到",
    "not seen": "未收到",
    "Nothing differs.": "没有差异。",
    "The answer is partial; nothing is concluded about the papers not seen.": "结果不完整；对未收到的论文不作任何结论。",
    "catalog": "目录",
    "cache": "缓存",
    "overlay": "写入的记录",
    "journal": "变更日志",
    "Path": "路径",
    "Address": "地址",
    "As of": "目录日期",
    "Search": "搜索",
    "Enter shows, Esc leaves": "回车查看，Esc 退出",
    "Up and Down scroll": "上下键滚动",
    "Esc goes back": "Esc 返回",
    "Added to": "已加入",
    "Nothing is written with --dry-run.": "使用 --dry-run 时不写入任何内容。",
    "there": "存在",
    "not there yet": "尚不存在",
}


def label(text: str, language: str) -> str:
    """Return the label `text` in `language`; what has no translation stays as it is."""
    return _ZH.get(text, text) if language == "zh" else text


def said(text: Any, language: str) -> str:
    """Return a bilingual text (`en`, `zh`) in `language`, or in the one it has."""
    return ((text.zh if language == "zh" else text.en) or text.en or text.zh) or ""


def said_record(text: Any) -> dict[str, str]:
    """Return a bilingual text as programs get it."""
    return {language: said for language, said in (("en", text.en), ("zh", text.zh)) if said}


def colon(language: str) -> str:
    """Return the colon that the language sets between a label and its text."""
    return "：" if language == "zh" else ": "


def comma(language: str) -> str:
    """Return the mark between the words of an enumeration."""
    return "、" if language == "zh" else ", "


def semicolon(language: str) -> str:
    """Return the mark between names that may hold commas themselves."""
    return "；" if language == "zh" else "; "


def venue_text(venue: Mapping[str, Any] | None) -> str:
    """Return a venue as people cite it, with a question mark where it is only recalled."""
    if not venue:
        return ""
    return f"{venue['name']} {venue.get('year', '')}".strip() + f"{'?' if venue.get('basis') == 'recalled' else ''}"
