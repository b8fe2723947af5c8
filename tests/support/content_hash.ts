import { picture } from '#tests/support/picture'

/** What entering and looking writes; it is nobody’s work. */
const COMINGS_AND_GOINGS = ['sessions', 'access_log', 'rate_limits']

/** The whole content of the tables, as one text: an UPDATE shows too. */
export async function contentHash(): Promise<string> {
  return JSON.stringify(await picture(), (name, value: unknown) =>
    COMINGS_AND_GOINGS.includes(name) ? undefined : value
  )
}
