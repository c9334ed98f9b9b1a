import { type Config, defaultLoggerOptions } from 'payload'

import { currentTrace } from '../http/trace'
import { describeError } from './describeError'
import { scrub } from './scrub'

type Logger = Extract<NonNullable<Config['logger']>, { options: unknown }>
type Destination = Logger['destination']

/**
 * Payload's logger: every line of a request carries its id, and none what customers entered. JSON, one object a line, in production; else
 * for people. `LOG_FORMAT` chooses, `LOG_LEVEL` is the least that is written.
 *
 * @param destination in place of standard output
 */
export function createLogger(destination?: Destination): Logger {
  const byDefault = process.env.NODE_ENV === 'production' ? 'json' : 'pretty'
  const isJson = destination !== undefined || (process.env.LOG_FORMAT || byDefault) === 'json'
  return {
    destination: isJson ? destination : defaultLoggerOptions,
    options: {
      ...(isJson && { formatters: { level: (level) => ({ level }) }, timestamp: isoTime }),
      hooks: {
        logMethod(args, method) {
          method.apply(this, clean(args) as typeof args)
        },
      },
      level: process.env.LOG_LEVEL || 'info',
      mixin: () => {
        const trace = currentTrace()
        return trace ? { requestId: trace.id } : {}
      },
      serializers: { err: describeError, error: describeError, job: describeJob },
    },
  }
}

/** Which job it is, without what it was given. */
function describeJob({ id, queue, taskSlug, totalTried }: Record<string, unknown>): object {
  return { id, queue, taskSlug, totalTried }
}

/** An error without a message would lend its own, as it is. */
function clean([first, ...rest]: readonly unknown[]): unknown[] {
  if (first instanceof Error && rest.length === 0) return [{ err: first }, scrub(first.message)]
  return [cleanOne(first), ...rest.map(cleanText)]
}

function cleanOne(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Error) return cleanText(value)
  const { err, msg } = value as { err?: unknown; msg?: unknown }
  if (typeof msg === 'string') return { ...value, msg: scrub(msg) }
  return err instanceof Error ? { ...value, msg: scrub(err.message) } : value
}

function cleanText(value: unknown): unknown {
  return typeof value === 'string' ? scrub(value) : value
}

function isoTime(): string {
  return `,"time":"${new Date().toISOString()}"`
}
