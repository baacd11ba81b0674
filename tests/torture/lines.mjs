// Lines between a phone and the server: a good one, and one on which requests and answers are lost, doubled, late and interleaved.

const kOffline = { sort: "fault", offline: true };
const refusal = (status) => ({ sort: "refused", status, errors: [], retry_after_seconds: null });
const kMostOnNarrowLine = 2; // operations

/** The server's answer as the phone hears it. What is not 200 where nothing was done to the server is the test's failure. */
async function heard(schedule, hand, text) {
  const reply = await schedule.server.answer(hand.user, text);
  if (reply.status !== 200 && reply.status < 500) throw new Error(`the server refused what the phone sent: ${reply.status} ${reply.text}`);
  return schedule.code.outcome(reply.status, reply.text, NaN);
}

export function goodLine(schedule, hand) {
  return async (request) => {
    const outcome = await heard(schedule, hand, JSON.stringify(request));
    if (outcome.sort !== "answer") throw new Error("a fault on a good line");
    const { acks, changes, epoch } = outcome.value;
    schedule.moved += acks.length + changes.length + (epoch === request.epoch ? 0 : 1);
    return outcome;
  };
}

export function badLine(schedule, hand) {
  const { random, server } = schedule;
  return async (request) => {
    const text = JSON.stringify(request);
    if (schedule.narrowLines && request.ops.length > kMostOnNarrowLine) return refusal(413);
    await meanwhile(schedule, hand);
    const luck = random.below(100);
    if (luck < 2) return refusal(401); // the session has ended; the user logs in again
    if (luck < 12) {
      if (random.often(60)) hand.strays.push(text);
      return kOffline;
    }
    if (luck < 15) server.refusing = true;
    const outcome = await heard(schedule, hand, text);
    if (luck < 30) return kOffline;
    if (luck < 35) return heard(schedule, hand, text); // it comes twice, and the second answer is the one that arrives
    if (luck < 40 && outcome.sort === "answer") hand.phone.take(outcome.value); // and here the answer does
    if (random.often(15)) hand.strays.push(text);
    await meanwhile(schedule, hand);
    return outcome;
  };
}

/** What happens while a request or its answer is under way. */
async function meanwhile(schedule, hand) {
  if (schedule.random.often(12)) schedule.write(hand);
  if (schedule.random.often(12)) await schedule.step();
}
