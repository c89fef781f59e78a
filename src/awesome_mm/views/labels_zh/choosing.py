"""Labels in Chinese of the answers of ``choose``.

Layer: views.
"""

CHOOSING = {
    "At hand": "现有",
    "Runs with": "运行条件",
    "Wanted": "所求",
    "Lacks as input": "缺少的输入",
    "Lacks to run": "缺少的运行条件",
    "Makes instead": "实际产出",
    "Confirmed": "已确认阶段",
    "permissive": "宽松许可",
    "Do not qualify, the nearest first": "不符合者，最接近的在前",
    "ranked by: code and prompts released, share of confirmed stages, nothing in dispute, known scale, newest": (
        "排序依据：代码与提示词已发布、已确认阶段占比、无存疑内容、规模已知、最新"
    ),
    "Not looked at": "未考察",
    "without a method or pipeline": "条没有方法或流程",
    "left out by the filters": "条被筛选条件排除",
}
