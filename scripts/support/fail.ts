/** An error whose message tells the person at the terminal what to do; no stack is shown for it. */
export class CommandError extends Error {}

/** Runs a command. What goes wrong is printed, with a stack only where it was not foreseen, and ends it with exit code 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    console.error(error instanceof CommandError ? `\n${error.message}\n` : error)
    process.exit(1)
  }
}
