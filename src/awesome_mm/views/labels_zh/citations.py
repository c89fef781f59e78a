"""The labels of checked citations. Layer: views."""

CITATIONS = {
    "Key": "键",
    "wrong": "有误",
    "undefined": "未定义",
    "cited twice": "重复引用",
    "published meanwhile": "现已发表",
    "unknown here": "此处未收录",
    "verified online": "已在线核实",
    "right": "正确",
    "Not read": "未能读取",
    "No citation was found.": "未找到引用。",
    "Unknown here, and so not checked": "此处未收录，故未核对",
    "Closely related, and not cited": "密切相关而未引用",
    "References to use": "应使用的引文",
}
