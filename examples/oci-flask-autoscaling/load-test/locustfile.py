"""500 visitors, each of whom asks for /hello once a second, for half an hour."""

import urllib3
from locust import HttpUser, LoadTestShape, constant_throughput, task

# The balancer is asked by its address, which its certificate does not name.
urllib3.disable_warnings()


class Visitor(HttpUser):
    wait_time = constant_throughput(1)

    def on_start(self):
        self.client.verify = False

    @task
    def hello(self):
        self.client.get("/hello")


class Crowd(LoadTestShape):
    visitors = 500
    spawned_each_second = 25
    seconds = 1800

    def tick(self):
        if self.get_run_time() > self.seconds:
            return None
        return self.visitors, self.spawned_each_second
