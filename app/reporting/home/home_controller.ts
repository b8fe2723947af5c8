import type { HttpContext } from '@adonisjs/core/http'
import { CASES, MONEY } from '#app/accounts/access'
import { envelopeAlerts } from '#app/conventions/envelope_alerts'
import { amountsByRun } from '#app/reporting/home/amounts_by_run'
import { currentEnvelopes } from '#app/reporting/home/current_envelopes'
import { deadlines } from '#app/reporting/home/deadlines'
import { conventionDelays } from '#app/reporting/home/delays'
import { envelopeQueue } from '#app/reporting/home/envelope_queue'
import {
  delayTrend,
  envelopeBar,
  monthColumns,
  runBars,
  toneOf,
} from '#app/reporting/home/home_charts'
import { matchingQueues } from '#app/reporting/home/matching_queues'
import { queuesFor, type Queue } from '#app/reporting/home/queues'
import { saisinesByMonth, type SaisinesByMonth } from '#app/reporting/home/saisines_by_month'
import { parisDay, type Day } from '#app/shared/day'
import { hasRole } from '#app/shared/screens/has_role'

/** What waits for the person who enters, and how the conventions fare. */
export default class HomeController {
  async show(ctx: HttpContext) {
    const { role } = ctx.auth.user!
    if (role === 'association')
      return ctx.response.redirect().status(303).toPath('/mon-association')
    const today = parisDay(new Date())
    const cases = hasRole(ctx, CASES) ? await readCases(today) : null
    const money = hasRole(ctx, MONEY) ? await readMoney(today) : null
    const queues = [
      ...(cases && role === 'platform' ? [thisMonth(cases.saisines)] : []),
      ...(await queuesFor(role)),
      ...(hasRole(ctx, ['coordinator', 'auditor']) ? await matchingQueues() : []),
      ...(money ? [envelopeQueue(money.alerts)] : []),
    ]
    return ctx.view.render('reporting/home', {
      today,
      queues,
      cases,
      deadlines: hasRole(ctx, CASES) ? await deadlines(role, today) : [],
      money,
    })
  }
}

async function readCases(today: Day) {
  const saisines = await saisinesByMonth(today)
  return { saisines, chart: monthColumns(saisines), toneOf }
}

/** What the platform sent since the first of the month. */
function thisMonth({ months, conventions }: SaisinesByMonth): Queue {
  const { month } = months.at(-1)!
  const count = conventions.reduce((sum, { counts }) => sum + counts.at(-1)!, 0)
  return {
    href: `/saisines?du=${month}-01`,
    words: `${count < 2 ? 'saisine' : 'saisines'} ce mois-ci`,
    count,
  }
}

async function readMoney(today: Day) {
  const envelopes = await currentEnvelopes(today)
  const runs = await amountsByRun()
  const delays = await conventionDelays()
  return {
    alerts: await envelopeAlerts(envelopes),
    envelopes: envelopes.map((envelope) => ({ ...envelope, bar: envelopeBar(envelope) })),
    runs,
    bars: runBars(runs),
    delays: delays.map((one) => ({ ...one, spark: delayTrend(one) })),
  }
}
