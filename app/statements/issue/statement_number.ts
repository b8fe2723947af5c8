import { row } from '#app/shared/rows'

/** The number that a statement prints, or null when there is no such statement. */
export async function statementNumber(id: number): Promise<string | null> {
  const found = await row<{ number: string }>('SELECT number FROM statements WHERE id = ?', [id])
  return found?.number ?? null
}
