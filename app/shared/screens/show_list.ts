import type { HttpContext } from '@adonisjs/core/http'
import type { List } from '#app/shared/screens/list'
import { sendList } from '#app/shared/screens/list_file'
import { readList } from '#app/shared/screens/read_list'

/** Answers the address of a list: the page, or the same rows as a file (`format=csv|xlsx`). */
export async function showList<Row extends object>(
  ctx: HttpContext,
  list: List<Row>,
  template: string,
  more: Record<string, unknown> = {}
) {
  const format: unknown = ctx.request.qs().format
  if (format === 'csv' || format === 'xlsx') return sendList(ctx, list, format)
  const page = await readList(list, ctx.request.qs(), ctx.auth.user!.id)
  return ctx.view.render(template, { list: page, ...more })
}
