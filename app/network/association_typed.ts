import type { HttpRequest } from '@adonisjs/core/http'
import { row } from '#app/shared/rows'
import { typed } from '#app/shared/screens/typed'

/** The association chosen in a form; null when none was, or when there is no such one. */
export async function associationTyped(
  request: Pick<HttpRequest, 'input'>
): Promise<number | null> {
  const text = typed(request, 'association', 20)
  if (!/^[1-9]\d{0,15}$/.test(text)) return null
  const found = await row<{ id: number }>('SELECT id FROM associations WHERE id = ?', [text])
  return found?.id ?? null
}
