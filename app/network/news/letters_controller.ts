import type { HttpContext } from '@adonisjs/core/http'
import { letterConventions } from '#app/network/news/letter_conventions'
import { LETTER_KINDS } from '#app/network/news/letter_words'
import { LETTER_STATES, lettersList } from '#app/network/news/letters_list'
import { publishLetter } from '#app/network/news/publish_letter'
import { readersList } from '#app/network/news/readers_list'
import { withdrawLetter } from '#app/network/news/withdraw_letter'
import { isRefused, refuse } from '#app/shared/result'
import { row } from '#app/shared/rows'
import { choicesOf } from '#app/shared/screens/choices_of'
import { hasRole } from '#app/shared/screens/has_role'
import { forgetFile, keepFile } from '#app/shared/screens/kept_file'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { showList } from '#app/shared/screens/show_list'
import { timelineOf } from '#app/shared/screens/timeline'
import { typed, typedOrNull } from '#app/shared/screens/typed'

const PAGE = '/publications'

/** What the federation publishes for its associations. */
export default class LettersController {
  async index(ctx: HttpContext) {
    return showList(ctx, lettersList, 'network/letters', {
      mayWrite: hasRole(ctx, ['coordinator']),
      kinds: choicesOf(LETTER_KINDS),
      conventions: await letterConventions(),
    })
  }

  async store(ctx: HttpContext) {
    const file = await keepFile(ctx, 'fichier', 'lettres')
    if (file === null) {
      return refuseBack(
        ctx,
        refuse('FICHIER_MANQUANT', 'Aucun PDF n’est joint.', 'Choisissez-en un.', 'fichier'),
        PAGE
      )
    }
    if (isRefused(file)) return refuseBack(ctx, file, PAGE)
    const letter = {
      kind: typed(ctx.request, 'nature', 20),
      title: typed(ctx.request, 'titre', 161),
      summary: typed(ctx.request, 'texte', 2001),
      conventionCode: typedOrNull(ctx.request, 'convention'),
    }
    const published = await publishLetter(ctx.auth.user!, letter, file)
    if (isRefused(published)) {
      await forgetFile(file)
      return refuseBack(ctx, published, PAGE)
    }
    say(ctx, 'C’est publié : les associations le lisent dans leur espace.')
    return ctx.response.redirect().status(303).toPath(`${PAGE}/${published.id}`)
  }

  async show(ctx: HttpContext) {
    const id = idOf(ctx.params.id)
    const letter = found(
      await row<{ state: keyof typeof LETTER_STATES }>(
        `SELECT list.*, l.summary, l.file_name AS "fileName", l.size_bytes AS "sizeBytes"
         FROM (${lettersList.sql}) AS list JOIN letters l ON l.id = list.id WHERE list.id = ?`,
        [id]
      )
    )
    return showList(ctx, readersList(id), 'network/letter', {
      letter,
      badge: LETTER_STATES[letter.state],
      mayWithdraw: hasRole(ctx, ['coordinator']) && letter.state === 'published',
      events: await timelineOf('letter', id),
    })
  }

  async destroy(ctx: HttpContext) {
    const id = idOf(ctx.params.id)
    const withdrawn = await withdrawLetter(ctx.auth.user!, id)
    if (isRefused(withdrawn)) return refuseBack(ctx, withdrawn, `${PAGE}/${id}`)
    say(ctx, 'La publication est retirée : les associations ne la voient plus.')
    return ctx.response.redirect().status(303).toPath(`${PAGE}/${id}`)
  }
}
