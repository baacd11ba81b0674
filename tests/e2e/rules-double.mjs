// A server in front of the real one: it hands everything on, but answers itself for the addresses that a journey gives it words for.

import { createServer, request as ask } from "node:http";

export class RulesDouble {
  /** An address under /api/v1/, like "rules" or "rules/G99@2026-11-01", to the text that is sent for it. */
  answers = new Map();
  #listener;

  static async before(server) {
    const double = new RulesDouble();
    double.server = server;
    double.#listener = createServer((heard, reply) => double.#answer(heard, reply));
    await new Promise((ready) => double.#listener.listen(0, "127.0.0.1", ready));
    return double;
  }

  get origin() {
    return `http://localhost:${this.#listener.address().port}`;
  }

  get password() {
    return this.server.password;
  }

  #answer(heard, reply) {
    const text = this.answers.get(heard.url.replace("/api/v1/", ""));
    if (text !== undefined) return reply.writeHead(200, { "Content-Type": "application/json" }).end(text);
    const { method, url: path, headers } = heard;
    const onward = ask({ port: this.server.port, host: "127.0.0.1", method, path, headers }, (answer) => {
      reply.writeHead(answer.statusCode, answer.headers);
      answer.pipe(reply);
    });
    onward.on("error", () => reply.destroy());
    return heard.pipe(onward);
  }

  close() {
    this.#listener.close();
    this.#listener.closeAllConnections();
  }
}
