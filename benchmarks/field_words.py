"""Words that papers on the synthesis of multimodal data are written in, in English and Chinese; what is made of them exists nowhere."""

from typing import NamedTuple


class Said(NamedTuple):
    """The same in both languages; texts may have places for other words."""

    en: str
    zh: str


SOURCES = (
    Said("web images", "网络图像"),
    Said("alt-text pairs", "图像与替代文本对"),
    Said("charts and plots", "图表"),
    Said("scanned documents", "扫描文档"),
    Said("document pages", "文档页面"),
    Said("natural photographs", "自然照片"),
    Said("video frames", "视频帧"),
    Said("interface screenshots", "界面截图"),
    Said("scene text crops", "场景文字图块"),
    Said("geometry figures", "几何图形"),
    Said("function graphs", "函数图像"),
    Said("medical scans", "医学影像"),
    Said("remote-sensing tiles", "遥感图像"),
    Said("infographics", "信息图"),
    Said("tables", "表格"),
    Said("interleaved web pages", "图文交错的网页"),
    Said("street scenes", "街景"),
    Said("product photographs", "商品照片"),
    Said("scientific figures", "论文插图"),
    Said("image pairs", "图像对"),
    Said("segmented objects", "分割出的物体"),
    Said("unlabelled images", "未标注图像"),
    Said("synthetic renderings", "合成渲染图"),
    Said("comic strips", "漫画"),
)

OUTPUTS = (
    Said("detailed captions", "详细的图像描述"),
    Said("dense captions", "稠密描述"),
    Said("region captions", "区域描述"),
    Said("grounded captions", "带定位的描述"),
    Said("visual instructions", "视觉指令"),
    Said("instruction data", "指令数据"),
    Said("multi-turn conversations", "多轮对话"),
    Said("question-answer pairs", "问答对"),
    Said("chains of thought", "思维链"),
    Said("step-by-step rationales", "逐步推理过程"),
    Said("preference pairs", "偏好对"),
    Said("editing triplets", "编辑三元组"),
    Said("edited images", "编辑后的图像"),
    Said("counterfactual images", "反事实图像"),
    Said("hard negatives", "难负例"),
    Said("interleaved documents", "图文交错文档"),
    Said("referring expressions", "指称表达"),
    Said("bounding boxes and labels", "边界框与标签"),
    Said("segmentation masks", "分割掩码"),
    Said("OCR transcripts", "文字识别结果"),
    Said("text-rich images", "富含文字的图像"),
    Said("synthetic images", "合成图像"),
    Said("knowledge-rich questions", "知识密集的问题"),
    Said("safety refusals", "安全拒答"),
)

SIEVES = (
    Said("CLIP similarity", "CLIP相似度"),
    Said("agreement of several models", "多个模型的一致性"),
    Said("a judge model's score", "评判模型的打分"),
    Said("OCR consistency", "文字识别一致性"),
    Said("perplexity", "困惑度"),
    Said("human spot checks", "人工抽查"),
    Said("near-duplicate removal", "近似去重"),
    Said("an aesthetic score", "美学评分"),
    Said("rule-based checks", "规则检查"),
    Said("answer verification", "答案验证"),
    Said("hallucination detection", "幻觉检测"),
    Said("a reward model", "奖励模型"),
    Said("round-trip consistency", "往返一致性"),
    Said("difficulty", "难度"),
)

AIMS = (
    Said("fine-grained perception", "细粒度感知"),
    Said("chart understanding", "图表理解"),
    Said("document understanding", "文档理解"),
    Said("visual reasoning", "视觉推理"),
    Said("mathematical reasoning", "数学推理"),
    Said("compositional understanding", "组合性理解"),
    Said("instruction following", "指令遵循"),
    Said("image editing", "图像编辑"),
    Said("text-to-image generation", "文生图"),
    Said("visual grounding", "视觉定位"),
    Said("spatial reasoning", "空间推理"),
    Said("scene text recognition", "场景文字识别"),
    Said("long-context vision-language models", "长上下文视觉语言模型"),
    Said("multimodal pre-training", "多模态预训练"),
    Said("visual instruction tuning", "视觉指令微调"),
    Said("preference alignment", "偏好对齐"),
    Said("video understanding", "视频理解"),
    Said("medical question answering", "医学问答"),
)

TITLES = (
    "Synthesizing {output} from {source} for {aim}",
    "{output} at Scale for {aim}",
    "Scaling {aim} with {output}",
    "Rewriting {source} into {output}",
    "Towards Better {aim} with Synthetic {output}",
    "Filtering {output} by {sieve}",
    "Multimodal Data Synthesis for {aim}",
    "{aim} without Human Labels",
    "Evolving {output} with {model}",
    "A Data Engine for {aim}",
    "What Makes Good {output}?",
    "Learning {aim} from {source}",
)

SUMMARIES = (
    Said(
        "{model} turns {source} into {output}; what passes {sieve} is kept for {aim}.",
        "用{model}把{source}转写为{output}，按{sieve}筛选后用于{aim}。",
    ),
    Said(
        "Collects {source}, asks {model} for {output} and filters them by {sieve}.",
        "收集{source}，由{model}生成{output}，再以{sieve}过滤。",
    ),
    Said(
        "A pipeline for {aim}: {source} are annotated with {output}, which {model} rewrites and {sieve} cleans.",
        "面向{aim}的数据流程：为{source}标注{output}，由{model}改写，再经{sieve}清洗。",
    ),
    Said(
        "Without human labels, {model} writes {output} about {source}; only those that pass {sieve} are kept.",
        "无需人工标注，{model}针对{source}写出{output}，只保留通过{sieve}的样本。",
    ),
    Said(
        "Studies how {output} made from {source} help {aim}, and finds that {sieve} matters more than their number.",
        "研究由{source}得到的{output}如何帮助{aim}，发现{sieve}比数量更重要。",
    ),
    Said(
        "Composes {source} into new images and has {model} add {output}; the mixture trains models for {aim}.",
        "把{source}组合成新图像，由{model}补上{output}，混合后训练面向{aim}的模型。",
    ),
    Said(
        "Starts from a few seeds, evolves {output} in breadth and depth with {model}, and verifies them by {sieve}.",
        "从少量种子出发，用{model}在广度与深度上进化{output}，并以{sieve}验证。",
    ),
    Said(
        "An open collection of {output} over {source}, with its prompts, made to measure {aim}.",
        "基于{source}的开放{output}集合，附提示词，用于评测{aim}。",
    ),
)

NOTES = (
    Said(
        "The image is kept as it is; only its text is enriched, so that {output} stay true to {source}.",
        "图像保持不变，只丰富文本，使{output}忠于{source}。",
    ),
    Said(
        "Quality outweighs quantity: after {sieve} a third of the {output} gives better {aim}.",
        "质量胜过数量：经{sieve}筛选，三分之一的{output}即带来更好的{aim}。",
    ),
    Said("Prompts for {model} name the task, the format and two examples.", "给{model}的提示词写明任务、格式与两个示例。"),
    Said("Mistakes of {model} in counting and in reading small text remain.", "{model}在计数与识别小字上的错误仍然存在。"),
    Said("The authors release the prompts, but not the {output}.", "作者公开了提示词，但没有公开{output}。"),
)

STAGES: dict[str, tuple[tuple[Said, Said], ...]] = {
    "collect": (
        (Said("Gathering images", "收集图像"), Said("{source} are gathered and sorted by topic.", "收集{source}并按主题归类。")),
        (Said("Choosing seeds", "选取种子"), Said("A few hundred {source} serve as seeds.", "选取几百份{source}作为种子。")),
    ),
    "generate": (
        (Said("Captioning", "生成描述"), Said("{model} describes each of the {source} in detail.", "{model}为每份{source}写出详细描述。")),
        (
            Said("Writing instructions", "编写指令"),
            Said("{model} writes {output} from image and prompt.", "{model}根据图像与提示词写出{output}。"),
        ),
        (Said("Evolving instructions", "指令进化"), Said("{output} are rewritten to be harder.", "把{output}改写得更难。")),
        (Said("Rendering images", "渲染图像"), Said("Code is written and rendered into {source}.", "编写代码并渲染出{source}。")),
    ),
    "edit": (
        (
            Said("Editing images", "编辑图像"),
            Said("An object is inserted, removed or replaced in {source}.", "在{source}中插入、移除或替换物体。"),
        ),
        (Said("Inpainting", "局部重绘"), Said("Masked regions of {source} are filled anew.", "重绘{source}中被遮盖的区域。")),
    ),
    "annotate": (
        (Said("Grounding", "定位"), Said("Phrases of the {output} are tied to boxes.", "把{output}中的短语对应到边界框。")),
        (Said("Tagging", "打标签"), Said("{model} tags objects, text and relations.", "{model}标出物体、文字与关系。")),
    ),
    "score": ((Said("Scoring", "打分"), Said("{model} scores the {output} by {sieve}.", "{model}按{sieve}为{output}打分。")),),
    "filter": (
        (Said("Filtering", "过滤"), Said("{output} that fail {sieve} are dropped.", "剔除未通过{sieve}的{output}。")),
        (
            Said("Removing bad images", "清除劣质图像"),
            Said("Small and blurred {source} are left out.", "去掉过小或模糊的{source}。"),
        ),
    ),
    "verify": (
        (
            Said("Verifying answers", "验证答案"),
            Said("A second model answers; {output} that disagree go.", "由另一模型重新作答，剔除不一致的{output}。"),
        ),
    ),
    "dedup": (
        (
            Said("Removing duplicates", "去重"),
            Said("Near duplicates among {source} are removed.", "去除{source}中的近似重复。"),
        ),
    ),
    "mix": ((Said("Mixing", "混合"), Said("{output} are mixed with general data for {aim}.", "把{output}与通用数据混合，用于{aim}。")),),
    "train": ((Said("Training", "训练"), Said("A vision-language model is tuned on the {output}.", "用{output}微调视觉语言模型。")),),
}

TOWNS = (
    Said("Northvale", "北谷"),
    Said("Easthaven", "东港"),
    Said("Silverlake", "银湖"),
    Said("Greenford", "青津"),
    Said("Stonebridge", "石桥"),
    Said("Redcliff", "红崖"),
    Said("Whitewater", "白水"),
    Said("Oakmere", "橡湖"),
    Said("Fairport", "晴港"),
    Said("Highmoor", "高原"),
    Said("Longwood", "长林"),
    Said("Rivermouth", "河口"),
    Said("Windham", "风庄"),
    Said("Ashby", "灰堡"),
    Said("Kingsmere", "王湖"),
)
HOUSES = (
    ("academia", Said("University", "大学")),
    ("academia", Said("Polytechnic", "理工学院")),
    ("industry", Said("AI Lab", "人工智能实验室")),
    ("nonprofit", Said("Foundation", "基金会")),
)

BENCHMARKS = "MMBench MMMU ChartQA DocVQA TextVQA MathVista ScienceQA POPE AI2D OCRBench RefCOCO GQA MMStar RealWorldQA InfoVQA".split()
VENUES = "CVPR ICCV ECCV NeurIPS ICLR ICML ACL EMNLP AAAI".split()
MODELS = (
    Said("a vision-language model", "视觉语言模型"),
    Said("an open captioner", "开源描述模型"),
    Said("a large language model", "大语言模型"),
    Said("GPT-4V", "GPT-4V"),
)

STEMS = (
    "Cap Chart Doc Edit Ground Scene Geo Table Layout Region Dialog Ration Prompt Mosaic Lumen Pixel Vista Prism Atlas Quill Scribe Vision "
    "Image Text Visual Instruct Concept Figure Canvas Frame Caption Infer Reason Query Answer Story Sketch Mask Patch Token Diagram"
).split()
MIDDLES = ["", *"Vis MM Multi Omni Syn Self Auto Deep Inter Uni Meta Cross Fine Ever Hyper".split()]
TAILS = (
    "Forge Weaver Instruct Mix Synth Engine Gen Loop Bridge Craft Pilot Lens Bank Flow Mill Studio Evolve Distill Rewrite Align Verse "
    "Chain Graph Lab Data Tune Bench Pairs Aug Fusion Refine Curate Judge Score Filter Boost Anchor Path Works"
).split()
ENDINGS = ["", "", "", "", "-2", "-VL", "-HD", "-Pro", "-1M", "-Zero", "-R", "-X", "-100K"]
