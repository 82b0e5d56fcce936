"""Reads what modules say about permissions, without running them: actions, calls of boto3, and resources of the CDK."""

import ast
import re

ACTION = re.compile(r"[a-z][a-z0-9-]*:[A-Z*][A-Za-z0-9*]*")
CLIENT = re.compile(r"boto3\.(client|resource)|.*\bget_client")
# What a client has that is no call.
NO_CALLS = {"can_paginate", "exceptions", "get_paginator", "get_waiter", "meta"}
# The base classes of the wrappers of boto3, and what they keep its client in.
WRAPPERS = {"Boto3Client": "_client", "Boto3Resource": "_resource"}


def facts_of(folder):
    """The facts of all modules in a folder, sorted: kind, module, class or function, and name."""
    return sorted({(kind, file.relative_to(folder).as_posix(), scope, name)
                   for file in folder.rglob("*.py") for kind, scope, name in Module(file.read_text()).facts})


class Module(ast.NodeVisitor):
    """The facts of one module."""

    def __init__(self, text):
        self.facts, self.scope, self.services, self.cdk = set(), [], {}, {}
        tree = ast.parse(text)
        for node in ast.walk(tree):
            self.learn(node)
        self.visit(tree)

    def learn(self, node):
        """Which names are clients, and which are modules of the CDK."""
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("aws_cdk"):
            self.cdk.update({alias.asname or alias.name: alias.name for alias in node.names})
        elif isinstance(node, ast.Assign):
            self.services.update({ast.unparse(target): service_of(node.value) for target in node.targets})
        elif isinstance(node, ast.ClassDef):
            for base in WRAPPERS.keys() & {ast.unparse(base) for base in node.bases}:
                self.services[f"{node.name}.self.{WRAPPERS[base]}"] = service_of_wrapper(node)

    def visit_scope(self, node):
        self.scope.append(node.name)
        self.generic_visit(node)
        self.scope.pop()

    visit_ClassDef = visit_FunctionDef = visit_scope

    def visit_If(self, node):
        """What is for one kind of nodes only: `if node_name == "HeadNode":`."""
        is_kind = isinstance(node.test, ast.Compare) and ast.unparse(node.test.left) == "node_name"
        for part, nodes in (("if", node.body), ("else", node.orelse)):
            self.scope += [f"{part} {ast.unparse(node.test.comparators[0])}"] if is_kind else []
            for each in nodes:
                self.visit(each)
            self.scope[-1:] = [] if is_kind else self.scope[-1:]
        self.visit(node.test)

    def visit_Constant(self, node):
        if isinstance(node.value, str) and ACTION.fullmatch(node.value):
            self.add("action", node.value)

    def visit_Attribute(self, node):
        service = self.service(node.value)
        if service and node.attr not in NO_CALLS:
            self.add("call", f"{service}.{node.attr}")
        self.generic_visit(node)

    def visit_Call(self, node):
        if isinstance(node.func, ast.Attribute):
            service, module = self.service(node.func.value), self.cdk.get(ast.unparse(node.func.value))
            if service and node.func.attr == "get_paginator" and isinstance(node.args[0], ast.Constant):
                self.add("call", f"{service}.{node.args[0].value}")
            if module:
                self.add("resource", f"{module}.{node.func.attr}")
        self.generic_visit(node)

    def service(self, node):
        """The service of a client, or of what it returned: `resource.Table(name).get_item`."""
        text = ast.unparse(node)
        known = service_of(node) or self.services.get(text) or self.services.get(f"{''.join(self.scope[:1])}.{text}")
        if not known and isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            return self.service(node.func.value)
        return known

    def add(self, kind, name):
        self.facts.add((kind, ".".join(self.scope), name))


def service_of(node):
    """`boto3.client("ec2")` is of EC2."""
    is_client = isinstance(node, ast.Call) and CLIENT.fullmatch(ast.unparse(node.func)) and node.args
    return node.args[0].value if is_client and isinstance(node.args[0], ast.Constant) else None


def service_of_wrapper(node):
    """Its constructor calls the one of its base class: `super().__init__("ec2")`."""
    (call,) = [each for each in ast.walk(node)
               if isinstance(each, ast.Call) and ast.unparse(each.func) == "super().__init__"]
    return [each.value for each in ast.walk(call) if isinstance(each, ast.Constant)][0]
