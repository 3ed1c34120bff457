"""template.yaml as data, and as CloudFormation's transform makes a stack of it."""

import copy
import functools
import os

import stack
import yaml

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-north-1")


class Loader(yaml.CSafeLoader):
    """With CloudFormation's short tags as the functions that they stand for."""


def function(loader, tag, node):
    name = tag if tag in ("Ref", "Condition") else f"Fn::{tag}"
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
        return {name: value.split(".", 1) if tag == "GetAtt" else value}
    construct = loader.construct_sequence if isinstance(node, yaml.SequenceNode) else loader.construct_mapping
    return {name: construct(node, deep=True)}


Loader.add_multi_constructor("!", function)


@functools.lru_cache(maxsize=4)
def parsed(text):
    return yaml.load(text, Loader)


def template():
    """All of it; not to be changed."""
    return parsed(stack.text())


def of(kind, whole):
    """Logical id → resource, of one type."""
    return {name: each for name, each in whole["Resources"].items() if each["Type"] == kind}


def get(name, *attribute):
    return {"Fn::GetAtt": [name, *attribute]}


def ref(name):
    return {"Ref": name}


def sub(text):
    return {"Fn::Sub": text}


# A value for every parameter that has none of its own.
VALUES = {
    "MunicipalityName": "Exempelby kommun",
    "MunicipalityPhone": "0123-45 60 00",
    "MunicipalityPhoneHours": "mån–fre 9–10",
    "PublicOrigin": "https://insyn.example.se",
    "EdgeCertificate": "arn:aws:acm:us-east-1:000000000000:certificate/0",
    "ApiCertificate": "arn:aws:acm:eu-north-1:000000000000:certificate/0",
    "HomeLink": "https://www.example.se/mina-sidor",
    "AccessibilityLink": "https://www.example.se/tillganglighet",
    "PersonalDataLink": "https://www.example.se/personuppgifter",
    "CitizensIssuer": "https://login.example.se",
    "CitizensClientId": "insyn",
    "SystemsIssuer": "https://auth.example.se",
    "SystemsAudience": "https://insyn.example.se/caseworker",
    "SystemsClients": "lifecare=/lifecare",
    "SmsSender": "Exempelby",
    "EmailFrom": "svara-inte@example.se",
    "Release": "0123456789abcdef",
}


def transformed(whole, values):
    """What CloudFormation is given when the stack is deployed with these values."""
    from samtranslator.parser.parser import Parser
    from samtranslator.translator.translator import Translator

    packaged = copy.deepcopy(whole)
    for name, each in of("AWS::Serverless::Function", packaged).items():
        each["Properties"]["CodeUri"] = f"s3://deployed/{name}"
    basic = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
    return Translator({"AWSLambdaBasicExecutionRole": basic}, Parser()).translate(packaged, dict(values))
