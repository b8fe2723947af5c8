import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import { guideBlocks, type GuideBlock } from '#app/portal/guide/guide_blocks'
import { navigation } from '#start/navigation'

/** The guide of associations, as it stands beside the code: one text, read in two places. */
export default class GuidesController {
  async show({ view }: HttpContext) {
    const markdown = await readFile(app.makePath('docs/guide/association.md'), 'utf8')
    return view.render('portal/guide', { blocks: guideBlocks(markdown).map(asOnTheRail) })
  }
}

/** On screen a page goes by the name that its reader clicks on, not by its address. */
function asOnTheRail({ kind, lines }: GuideBlock): GuideBlock {
  const pages = navigation('association', '').flatMap(({ links }) => links)
  const names = new Map(pages.map(({ href, label }) => [href, `«\u00a0${label}\u00a0»`]))
  return {
    kind,
    lines: lines.map((line) =>
      line.map((span) => ({ ...span, text: names.get(span.href ?? '') ?? span.text }))
    ),
  }
}
