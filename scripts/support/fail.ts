/** An error whose message tells the person at the terminal what to do; no stack is shown for it. */
export class CommandError extends Error {}

/** Runs a command. What goes wrong is printed, with a stack only where it was not foreseen, and ends it with exit code 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    console.error(isOfUsage(error) ? `\n${error.message}\n` : error)
    process.exit(1)
  }
}

/** What whoever runs the command can put right; where it was in the code is no help to them. */
function isOfUsage(error: unknown): error is Error {
  if (error instanceof CommandError) return true
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('ERR_PARSE_ARGS_')
}
