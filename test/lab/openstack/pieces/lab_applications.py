"""The WSGI applications that their packages make only under a web server of their own. LAB_CONFIG is the configuration file."""

import os
import pathlib

CONFIG = os.environ["LAB_CONFIG"]


def gnocchi():
    from gnocchi import service
    from gnocchi.rest import app

    return app.load_app(service.prepare_service(args=["--config-file", CONFIG], default_config_files=[CONFIG]))


def aodh():
    from aodh.api import app

    return app.build_wsgi_app(argv=["--config-file", CONFIG])


def barbican():
    from barbican.common import config
    from paste import deploy

    config.CONF(["--config-file", CONFIG], project="barbican")
    paste = pathlib.Path(CONFIG).with_name("api-paste.ini")
    return deploy.loadapp(f"config:{paste}", name="main")
