import { flags } from '@adonisjs/core/ace'
import { OfficeCommand } from '#app/accounts/command'
import { tooFewSaisines } from '#app/demo/too_few_saisines'
import { isRefused } from '#app/shared/result'

export default class BenchWeb extends OfficeCommand {
  static override commandName = 'bench:web'
  static override description =
    'Mesurer le temps des pages sur beaucoup de données fictives, dans une base à part, et le comparer à une route nue'

  @flags.number({ description: 'Nombre de saisines', default: 60_000 })
  declare saisines: number

  @flags.number({ description: 'Graine : la même donne les mêmes fichiers', default: 2026 })
  declare seed: number

  async perform() {
    const { saisines, seed } = this
    const refused = tooFewSaisines(saisines, 6_0000)
    if (refused) return refused
    const { runWebBench } = await import('#app/demo/bench_web/run_web_bench')
    const { webBenchLines } = await import('#app/demo/bench_web/web_bench_lines')
    const { stepBar } = await import('#app/shared/step_bar')
    const bench = await runWebBench({ saisines, seed, documents: false, watch: stepBar() })
    if (isRefused(bench)) return bench
    return { data: bench, lines: webBenchLines(bench) }
  }
}
