"""What jupyter_kernel_test asks of every kernel, with Java's answers."""

import os

import jupyter_kernel_test as suite

KERNEL = os.environ["WEFT_KERNEL"]


class Conformance(suite.KernelTests):
    kernel_name = KERNEL
    language_name = "java"
    file_extension = ".jshell"

    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("to standard error");'

    completion_samples = [
        {"text": "System.ou", "matches": {"out"}},
        {"text": "Thread.currentT"},
        {"text": "Thread.noSuchMethodA", "matches": set()},
    ]

    complete_code_samples = [
        "",
        "1 + 1",
        "int one = 1;",
        "int twice(int i) { return i * 2; }",
        "record Point(int x, int y) {}",
        "for (int i = 0; i < 3; i++) {\n  System.out.println(i);\n}",
        "import java.util.concurrent.Phaser;",
    ]
    incomplete_code_samples = [
        "int twice(int i) {",
        "record Point(int x,",
        "for (int i = 0; i < 3; i++) {\n  System.out.println(i);",
        'var text = """\n  first line',
        "1 +",
        "/* a comment",
    ]
    invalid_code_samples = ["int x = );", "class 1 {}", "}"]

    # The kernel has no pager: what IPython pages (help, sources) is Javadoc by inspect_request.
    code_page_something = ""

    code_generate_error = 'throw new IllegalStateException("on purpose");'
    code_execute_result = [
        {"code": "1 + 2 + 3", "result": "6"},
        {"code": '"we" + "ft"', "result": "weft"},
        {"code": "new int[] {1, 2}.length", "result": "2"},
        {"code": "java.util.stream.IntStream.range(0, 4).sum()", "result": "6"},
    ]
    code_display_data = [
        {"code": 'display("<b>bold</b>", "text/html");', "mime": "text/html"},
        {"code": 'display(java.util.List.of("a", "b"));', "mime": "text/plain"},
        {
            "code": "display(new java.awt.image.BufferedImage(8, 8, 1));",
            "mime": "image/png",
        },
    ]
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "1 ? 2*"
    code_inspect_sample = "Math.max"
    code_clear_output = "clearOutput();"


class Welcome(suite.IopubWelcomeTests):
    kernel_name = KERNEL
    support_iopub_welcome = True


del suite
