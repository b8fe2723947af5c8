import { createHash } from 'node:crypto'
import { rows } from '#app/shared/rows'

export interface OpenSession {
  /** Names the session on the page, and opens nothing. */
  key: string
  machine: string
  enteredAt: string | null
  here: boolean
}

/** The living sessions of a person, this one first. */
export async function openSessions(userId: number, present: string): Promise<OpenSession[]> {
  const found = await rows<{ id: string; data: string }>(
    'SELECT id, data FROM sessions WHERE user_id = ? AND expires_at > now()',
    [String(userId)]
  )
  return found
    .map(({ id, data }) => {
      const { machine, entered_at: enteredAt } = valuesOf(data)
      return {
        key: sessionKey(id),
        machine: machine ?? 'Navigateur',
        enteredAt: enteredAt ?? null,
        here: id === present,
      }
    })
    .sort((a, b) => Number(b.here) - Number(a.here))
}

/** The id of a session lets in: a page shows this instead. */
export function sessionKey(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 32)
}

function valuesOf(data: string): { machine?: string; entered_at?: string } {
  const parsed = JSON.parse(data) as { message?: Record<string, string> } & Record<string, string>
  return parsed.message ?? parsed
}
