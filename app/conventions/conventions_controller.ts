import { readFile } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { amendmentWords } from '#app/conventions/additions/amendment_words'
import { rulesInWords } from '#app/conventions/convention_words'
import * as words from '#app/conventions/convention_words'
import {
  conventionShown,
  envelopesShown,
  partsShown,
  schedulesShown,
} from '#app/conventions/convention_page'
import { conventionTimeline } from '#app/conventions/convention_timeline'
import { envelopeAlerts } from '#app/conventions/envelope_alerts'
import { conventionsList } from '#app/conventions/conventions_list'
import { importConvention } from '#app/conventions/file/import_convention'
import { parisDay } from '#app/shared/day'
import { isRefused, refuse } from '#app/shared/result'
import { found, idOf } from '#app/shared/screens/not_found'
import { refuseBack, say } from '#app/shared/screens/refuse_back'
import { showList } from '#app/shared/screens/show_list'

const LARGEST_FILE = 1024 * 1024

/** The agreements with funders: their rules, their prices, their money. */
export default class ConventionsController {
  async index(ctx: HttpContext) {
    return showList(ctx, conventionsList, 'conventions/index')
  }

  async show({ params, view, auth }: HttpContext) {
    const convention = found(await conventionShown(idOf(params.id)))
    const parts = await partsShown(convention.id)
    const envelopes = await envelopesShown(convention.id)
    const today = parisDay(new Date())
    const near = await envelopeAlerts(envelopes)
    return view.render('conventions/show', {
      convention,
      ...parts,
      amendments: parts.amendments.map((one) => ({
        ...one,
        sentences: amendmentWords(one.changes),
      })),
      envelopes,
      // What is over is over; a period that ended well is no alert any more.
      alerts: near.filter(({ state, lastDay }) => state === 'over' || lastDay >= today),
      schedules: await schedulesShown(convention.id),
      rules: rulesInWords(convention),
      events: await conventionTimeline(convention.id),
      today,
      words,
      completes: auth.user!.role === 'coordinator',
      advances_money: auth.user!.role === 'approver',
    })
  }

  /** A convention, or what is added to it, from its file: the same as `conventions:import`. */
  async store(ctx: HttpContext) {
    const json = await jsonOf(ctx)
    if (json === undefined) {
      return refuseBack(
        ctx,
        refuse(
          'FICHIER_ILLISIBLE',
          'Ce fichier n’est pas un fichier JSON lisible.',
          'Partez d’un fichier de resources/conventions.',
          'fichier'
        )
      )
    }
    const imported = await importConvention(ctx.auth.user!, json)
    if (isRefused(imported)) return refuseBack(ctx, imported)
    const changed = imported.created || Object.keys(imported.added).length > 0
    say(
      ctx,
      changed
        ? `Convention ${imported.code} enregistrée.`
        : `Convention ${imported.code}\u00a0: rien à changer.`
    )
    return ctx.response.redirect().status(303).toPath(`/conventions/${imported.conventionId}`)
  }
}

async function jsonOf({ request }: HttpContext): Promise<unknown> {
  const sent = request.file('fichier')
  if (!sent?.tmpPath || sent.size > LARGEST_FILE) return undefined
  try {
    return JSON.parse(await readFile(sent.tmpPath, 'utf8')) as unknown
  } catch {
    return undefined
  }
}
