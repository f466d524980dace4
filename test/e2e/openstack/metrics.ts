import { pause } from "../support/watching.js";
import { type Api, logIn } from "./api.js";
import type { Lab } from "./lab.js";

interface Server {
  readonly id: string;
  readonly name: string;
  readonly tenant_id: string;
  readonly user_id: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Where a counter of processor time stands, and at which minute since 1970 it was read. */
interface Counter {
  readonly minute: number;
  readonly nanoseconds: number;
}

const cpu = { archive_policy_name: "lab-rate", unit: "ns" } as const;
const longRunning = 1e12;
const historyMinutes = 3;
const perMinute = 60e9;

/**
 * Plays Ceilometer for the servers of one Heat stack: a counter of processor time for each, one value a minute. The servers
 * that it finds at first have run for long; one that joins begins at nought, and one that goes gets its end, as they do there.
 */
export class Meter {
  readonly #counters = new Map<string, Counter>();
  readonly #api: Api;
  readonly #stack: string;
  #percent: number;
  #going = true;
  #beating: Promise<void> = Promise.resolve();

  private constructor(api: Api, stack: string, percent: number) {
    this.#api = api;
    this.#stack = stack;
    this.#percent = percent;
  }

  /** Aodh shows a tenant the resources that the project `service` made for it, and no others. */
  static async start(lab: Lab, stack: string, percent: number): Promise<Meter> {
    const api = await logIn(lab.authUrl, { name: "ceilometer", password: lab.admin.password, project: "service" });
    const meter = new Meter(api, stack, percent);
    await meter.#read({ nanoseconds: longRunning, since: historyMinutes });
    meter.#beating = meter.#run();
    return meter;
  }

  /** What every server runs at from now on, of one processor. */
  set percent(value: number) {
    this.#percent = value;
  }

  async stop(): Promise<void> {
    this.#going = false;
    await this.#beating;
  }

  async #run(): Promise<void> {
    while (this.#going) {
      await pause(5);
      await this.#read({ nanoseconds: 0, since: 0 });
    }
  }

  async #read(newcomer: { nanoseconds: number; since: number }): Promise<void> {
    const now = Math.floor(Date.now() / 60_000);
    const servers = await this.#servers();
    for (const server of servers) {
      if (!this.#counters.has(server.id)) {
        await this.#begin(server);
        this.#counters.set(server.id, { minute: now - newcomer.since - 1, nanoseconds: newcomer.nanoseconds });
      }
      await this.#catchUp(server.id, now);
    }
    const gone = [...this.#counters.keys()].filter((id) => !servers.some((server) => server.id === id));
    await Promise.all(gone.map((id) => this.#end(id)));
  }

  async #servers(): Promise<Server[]> {
    const { servers } = await this.#api.get<{ servers: Server[] }>("compute", "/servers/detail?all_tenants=1");
    return servers.filter(({ metadata }) => metadata["metering.server_group"] === this.#stack);
  }

  async #begin({ id, name, tenant_id, user_id }: Server): Promise<void> {
    await this.#api.send("POST", "metric", "/resource/instance", {
      id,
      user_id,
      project_id: tenant_id,
      display_name: name,
      server_group: this.#stack,
      metrics: { cpu },
    });
  }

  /** One value for each minute that has passed; a counter's first value is where it begins. */
  async #catchUp(id: string, now: number): Promise<void> {
    const { minute, nanoseconds } = this.#counters.get(id) ?? { minute: now, nanoseconds: 0 };
    const step = Math.round((this.#percent / 100) * perMinute);
    const values = Array.from({ length: now - minute }, (_, index) => ({
      timestamp: new Date((minute + index + 1) * 60_000).toISOString(),
      value: nanoseconds + index * step,
    }));
    if (values.length === 0) return;
    await this.#api.send("POST", "metric", `/resource/instance/${id}/metric/cpu/measures`, values);
    this.#counters.set(id, { minute: now, nanoseconds: nanoseconds + values.length * step });
  }

  async #end(id: string): Promise<void> {
    this.#counters.delete(id);
    await this.#api.send("PATCH", "metric", `/resource/instance/${id}`, { ended_at: new Date().toISOString() });
  }
}
