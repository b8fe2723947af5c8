import type { HttpContext } from '@adonisjs/core/http'
import {
  conventionShown,
  schedulesShown,
  type ScheduleShown,
} from '#app/conventions/convention_page'
import * as words from '#app/conventions/convention_words'
import { loadTerms } from '#app/conventions/load_terms'
import { OUTCOMES } from '#app/conventions/outcomes'
import { publishFeeSchedule } from '#app/conventions/fees/publish_fee_schedule'
import { pricedCases } from '#app/pricing/priced_cases'
import { trySchedule, type Trial } from '#app/pricing/try_schedule'
import {
  BLANK_FEE,
  checkTypedSchedule,
  MOST_FEES,
  readTypedSchedule,
  typedFees,
  type TypedSchedule,
} from '#app/pricing/typed_schedule'
import { parisDay } from '#app/shared/day'
import { isRefused, type Reason } from '#app/shared/result'
import { found, idOf } from '#app/shared/screens/not_found'
import { say } from '#app/shared/screens/refuse_back'
import { typed } from '#app/shared/screens/typed'

interface Shown {
  form: TypedSchedule
  reasons?: Reason[]
  trial?: Trial & { source: string }
}

/** A barème being prepared beside the one in force: nothing is kept of it until it is published. */
export default class DraftSchedulesController {
  async create(ctx: HttpContext) {
    const schedules = await schedulesShown(found(await conventionShown(idOf(ctx.params.id))).id)
    const from = baseOf(schedules, ctx.request.qs().depuis)
    const form = {
      label: '',
      from: '',
      lastDay: '',
      fees: from ? typedFees(from.fees) : [BLANK_FEE],
    }
    return show(ctx, { form })
  }

  /** Adds or removes a line, or tries the barème on the last forms; writes nothing. */
  async store(ctx: HttpContext) {
    const convention = found(await conventionShown(idOf(ctx.params.id)))
    const form = readTypedSchedule(ctx.request)
    const gesture = typed(ctx.request, 'geste', 20)
    if (gesture === 'ajouter') {
      return show(ctx, { form: { ...form, fees: [...form.fees, BLANK_FEE].slice(0, MOST_FEES) } })
    }
    const removed = /^retirer-(\d{1,2})$/.exec(gesture)
    if (removed) {
      return show(ctx, {
        form: { ...form, fees: form.fees.filter((_, index) => index !== Number(removed[1])) },
      })
    }
    const checked = checkTypedSchedule(form, convention.coveredBeneficiaries)
    if ('refused' in checked) return show(ctx, { form, reasons: checked.refused })
    const { cases, source } = await pricedCases(convention.id, parisDay(new Date()))
    const trial = trySchedule(await loadTerms(convention.id), checked.schedule, cases)
    return show(ctx, { form, trial: { ...trial, source } })
  }

  /** Publishes it, in place of what is in force over its period. */
  async update(ctx: HttpContext) {
    const convention = found(await conventionShown(idOf(ctx.params.id)))
    const form = readTypedSchedule(ctx.request)
    const checked = checkTypedSchedule(form, convention.coveredBeneficiaries)
    if ('refused' in checked) return show(ctx, { form, reasons: checked.refused })
    const published = await publishFeeSchedule(ctx.auth.user!, convention.id, checked.schedule)
    if (isRefused(published)) return show(ctx, { form, reasons: published.refused })
    say(
      ctx,
      published.scheduleId === null
        ? 'La convention dit déjà la même chose\u00a0: rien n’est changé.'
        : 'Barème publié.'
    )
    return ctx.response.redirect().status(303).toPath(`/conventions/${convention.id}#baremes`)
  }
}

/** The barème that the new one starts from: the one asked for, or the latest in force. */
function baseOf(schedules: readonly ScheduleShown[], asked: unknown): ScheduleShown | undefined {
  return (
    schedules.find(({ id }) => String(id) === asked) ??
    schedules.find(({ supersededAt }) => supersededAt === null)
  )
}

async function show(ctx: HttpContext, { form, reasons = [], trial }: Shown) {
  const convention = found(await conventionShown(idOf(ctx.params.id)))
  const schedules = await schedulesShown(convention.id)
  const asked: unknown = typed(ctx.request, 'depuis', 20) || ctx.request.qs().depuis
  if (reasons.length > 0) {
    ctx.response.status(422)
    ctx.view.share({
      reasons,
      reasonOf: (name: string) => reasons.find(({ field }) => field === name),
    })
  }
  return ctx.view.render('pricing/draft_schedule', {
    convention,
    form,
    trial,
    base: baseOf(schedules, asked),
    words,
    outcomes: OUTCOMES,
    full: form.fees.length >= MOST_FEES,
  })
}
