// `--name VALUE ...`: whole numbers by name; an unknown name ends the run.

export function numbers(defaults) {
  const found = { ...defaults };
  const given = process.argv.slice(2);
  for (let i = 0; i < given.length; i += 2) {
    const name = given[i].replace(/^--/, "");
    if (!(name in defaults) || !/^\d+$/.test(given[i + 1] ?? "")) {
      console.error(`unknown or without a number: ${given[i]} (known: ${Object.keys(defaults).map((each) => `--${each} N`).join(", ")})`);
      process.exit(2);
    }
    found[name] = Number(given[i + 1]);
  }
  return found;
}
