import { flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { tooFewSaisines } from '#app/demo/too_few_saisines'
import { isRefused } from '#app/shared/result'

/** Above this many saisines, a run's documents are a matter of minutes: they are drawn when asked for. */
const DOCUMENTS_UP_TO = 100_000

export default class Bench extends OfficeCommand {
  static override commandName = 'bench'
  static override description =
    'Mesurer un trimestre fictif phase par phase, et le comparer à des bornes nues, dans une base à part'

  @flags.number({ description: 'Nombre de saisines', default: 20_000 })
  declare saisines: number

  @flags.number({ description: 'Graine : la même donne les mêmes fichiers', default: 2026 })
  declare seed: number

  @flags.boolean({ description: 'Émettre les documents même au-delà de 100 000 saisines' })
  declare documents: boolean

  async perform() {
    const { saisines, seed } = this
    const refused = tooFewSaisines(saisines, 2_0000)
    if (refused) return refused
    const { benchLines } = await import('#app/demo/bench/bench_lines')
    const { benchData } = await import('#app/demo/bench/bench_data')
    const { runBench } = await import('#app/demo/bench/run_bench')
    const { stepBar } = await import('#app/shared/step_bar')
    const documents = this.documents || saisines <= DOCUMENTS_UP_TO
    const bench = await runBench({ saisines, seed, documents, watch: stepBar() })
    if (isRefused(bench)) return bench
    return { data: benchData(bench), lines: benchLines(bench) }
  }
}
