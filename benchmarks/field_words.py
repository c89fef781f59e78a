"""Words that papers next to the field are written in, in English and Chinese; what is made of them exists nowhere."""

from typing import NamedTuple


class Said(NamedTuple):
    """The same in both languages; texts may have places for other words."""

    en: str
    zh: str


# The neighbourhood: papers on data for speech, code, robots, medicine and the like. They share the field's common words (data, model,
# benchmark, instructions, captions, synthesis) and are about other things, so that none is an answer to a question about the field.
SOURCES = (
    Said("telephone calls", "电话录音"),
    Said("podcast episodes", "播客节目"),
    Said("bird songs", "鸟鸣"),
    Said("source code", "源代码"),
    Said("commit histories", "提交历史"),
    Said("patient records", "病历"),
    Said("lung scans", "肺部扫描"),
    Said("robot trajectories", "机器人轨迹"),
    Said("sensor streams", "传感器数据流"),
    Said("court rulings", "法院判决"),
    Said("company filings", "公司财报"),
    Said("molecule graphs", "分子图"),
    Said("protein chains", "蛋白质链"),
    Said("weather records", "气象记录"),
    Said("traffic logs", "交通日志"),
    Said("search sessions", "搜索会话"),
    Said("player moves", "棋谱"),
    Said("field recordings", "野外录音"),
    Said("point clouds", "点云"),
    Said("wearable signals", "可穿戴设备信号"),
)

OUTPUTS = (
    Said("audio captions", "音频字幕"),
    Said("speech transcripts", "语音转写"),
    Said("unit tests", "单元测试"),
    Said("code reviews", "代码评审意见"),
    Said("robot instructions", "机器人指令"),
    Said("grasp plans", "抓取方案"),
    Said("diagnosis notes", "诊断记录"),
    Said("legal questions", "法律问题"),
    Said("market forecasts", "行情预测"),
    Said("reaction paths", "反应路径"),
    Said("folding targets", "折叠目标"),
    Said("query rewrites", "查询改写"),
    Said("user profiles", "用户画像"),
    Said("route descriptions", "路线说明"),
    Said("training data", "训练数据"),
    Said("synthetic benchmarks", "合成基准"),
    Said("song lyrics", "歌词"),
    Said("translation memories", "翻译记忆"),
)

SIEVES = (
    Said("listening tests", "听音测试"),
    Said("compiler errors", "编译错误"),
    Said("physics simulation", "物理仿真"),
    Said("clinical guidelines", "临床指南"),
    Said("expert panels", "专家小组"),
    Said("signal-to-noise ratio", "信噪比"),
    Said("energy bounds", "能量界"),
    Said("price bands", "价格区间"),
    Said("speaker identity", "说话人身份"),
    Said("execution traces", "执行轨迹"),
)

AIMS = (
    Said("speech recognition", "语音识别"),
    Said("speaker diarization", "说话人分离"),
    Said("program repair", "程序修复"),
    Said("code generation", "代码生成"),
    Said("manipulation policies", "操作策略"),
    Said("clinical prediction", "临床预测"),
    Said("drug design", "药物设计"),
    Said("time-series forecasting", "时间序列预测"),
    Said("legal retrieval", "法律检索"),
    Said("recommendation models", "推荐模型"),
    Said("machine translation", "机器翻译"),
    Said("traffic control", "交通控制"),
    Said("music generation", "音乐生成"),
    Said("federated training", "联邦训练"),
    Said("protein models", "蛋白质模型"),
    Said("autonomous driving", "自动驾驶"),
)

TITLES = (
    "Synthesizing {output} from {source} for {aim}",
    "{output} at Scale for {aim}",
    "Scaling {aim} with {output}",
    "Turning {source} into {output}",
    "Towards Better {aim} with Synthetic {output}",
    "Sifting {output} by {sieve}",
    "Data Synthesis for {aim}",
    "{aim} without Labels",
    "Growing {output} with {model}",
    "A Data Factory for {aim}",
    "What Makes Good {output}?",
    "Learning {aim} from {source}",
)

SUMMARIES = (
    Said(
        "{model} turns {source} into {output}; what passes {sieve} is kept for {aim}.",
        "由{model}把{source}变为{output}，通过{sieve}者用于{aim}。",
    ),
    Said(
        "Collects {source}, asks {model} for {output} and sifts them by {sieve}.",
        "收集{source}，由{model}产出{output}，再以{sieve}筛查。",
    ),
    Said(
        "A pipeline for {aim}: {source} are paired with {output}, which {model} improves and {sieve} cleans.",
        "面向{aim}的数据流水线：为{source}配上{output}，由{model}改进，再经{sieve}清理。",
    ),
    Said(
        "Without labels, {model} makes {output} of {source}; only those that pass {sieve} are kept.",
        "无需标签，{model}由{source}得出{output}，只留通过{sieve}的部分。",
    ),
    Said(
        "Studies how {output} made from {source} help {aim}, and finds that {sieve} matters more than their number.",
        "研究由{source}得到的{output}如何帮助{aim}，发现{sieve}比数目更要紧。",
    ),
    Said(
        "An open dataset of {output} over {source}, with a benchmark that measures {aim}.",
        "基于{source}的开放{output}数据集，附衡量{aim}的基准。",
    ),
)

NOTES = (
    Said("{source} stay as they are; only the {output} are enriched.", "{source}保持原样，只充实{output}。"),
    Said("After {sieve} a third of the {output} gives better {aim}.", "经{sieve}之后，三分之一的{output}即带来更好的{aim}。"),
    Said("{model} still errs on rare {source}.", "{model}在少见的{source}上仍会出错。"),
    Said("The authors release the code, but not the {output}.", "作者公开了代码，但没有公开{output}。"),
)

STAGES: dict[str, tuple[tuple[Said, Said], ...]] = {
    "record": ((Said("Recording", "录制"), Said("{source} are recorded and sorted by length.", "录制{source}并按长度归类。")),),
    "simulate": (
        (Said("Simulating", "仿真"), Said("{model} simulates {output} for each of the {source}.", "{model}为每份{source}仿真{output}。")),
    ),
    "transcribe": ((Said("Transcribing", "转写"), Said("{source} are transcribed by {model}.", "由{model}转写{source}。")),),
    "sift": ((Said("Sifting", "筛查"), Said("{output} that fail {sieve} go.", "去掉未过{sieve}的{output}。")),),
    "fit": ((Said("Fitting", "拟合"), Said("A model of {aim} is fitted to the {output}.", "用{output}拟合{aim}模型。")),),
}
ACTIONS = {
    "record": Said("record", "录制"),
    "simulate": Said("simulate", "仿真"),
    "transcribe": Said("transcribe", "转写"),
    "sift": Said("sift", "筛查"),
    "fit": Said("fit", "拟合"),
}
CATEGORIES = {
    "speech-data": Said("Speech and audio", "语音与音频"),
    "code-data": Said("Programs", "程序"),
    "robot-data": Said("Robots", "机器人"),
    "clinical-data": Said("Medicine", "医学"),
    "market-data": Said("Law and markets", "法律与市场"),
    "molecule-data": Said("Molecules", "分子"),
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

BENCHMARKS = "LibriSpeech CommonVoice SWE-bench HumanEval MIMIC PhysioNet CALVIN LIBERO LexGLUE MoleculeNet CASP WMT MovieLens".split()
VENUES = "ICASSP Interspeech ICRA CoRL KDD SIGIR MICCAI ICSE WWW".split()
MODELS = (
    Said("a speech model", "语音模型"),
    Said("a policy network", "策略网络"),
    Said("a code model", "代码模型"),
    Said("a simulator", "仿真器"),
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
