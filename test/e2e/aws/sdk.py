"""AWS's own SDK, asked line by line: what the tests read back does not pass through the provider.

Each line of input is `[service, operation, parameters]`, each line of output `{"answer": ...}` or `{"error": "..."}`.
Pages are put together.
"""

import json
import sys

from botocore.exceptions import BotoCoreError, ClientError
from botocore.session import Session


def ask(session, clients, service, operation, parameters):
    if service not in clients:
        clients[service] = session.create_client(service)
    client = clients[service]
    if client.can_paginate(operation):
        return client.get_paginator(operation).paginate(**parameters).build_full_result()
    answer = getattr(client, operation)(**parameters)
    answer.pop("ResponseMetadata", None)
    return answer


def main():
    session, clients = Session(), {}
    for line in sys.stdin:
        try:
            told = {"answer": ask(session, clients, *json.loads(line))}
        except (BotoCoreError, ClientError) as error:
            told = {"error": str(error)}
        print(json.dumps(told, default=str), flush=True)


main()
