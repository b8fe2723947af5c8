import type { Figures, FigureKind } from '#app/reporting/masking/figures'
import { otherWorld } from '#app/reporting/masking/other_world'
import { World, type Differences } from '#app/reporting/masking/world'

/** Worlds further than that change no verdict. */
const FAR = 1000

/** How far the worlds found so far move a figure, one way and the other. */
interface Reach {
  most: number
  mostIn: Differences
  least: number
  leastIn: Differences
}

const NOWHERE: Reach = { most: 0, mostIn: new Map(), least: 0, leastIn: new Map() }

/** The worlds found, each a proof for all the figures that it moves: what is masked later takes none away. */
export class Proofs {
  private readonly reached = new Map<number, Reach>()
  private readonly world: World

  private readonly known: Figures
  private readonly masked: Set<number>
  private readonly told: ReadonlySet<number>
  private readonly width: Readonly<Record<FigureKind, number>>

  constructor(known: Figures, masked: Set<number>, told: ReadonlySet<number>, width: number) {
    this.known = known
    this.masked = masked
    this.told = told
    this.world = new World(known)
    this.width = { 'persons': width, 'acts': width, 'amount': 1, 'acts at a price': 0, 'known': 0 }
  }

  /** Finds worlds until the figure is as wide as it must be, hiding others for it; false when none is left to hide. */
  prove(figure: number): boolean {
    while (!this.isWide(figure)) {
      const found = this.search(figure, false) || this.search(figure, true)
      if (!found && !this.hideTied(figure)) return false
    }
    return true
  }

  private isWide(figure: number): boolean {
    const { most, least } = this.reached.get(figure) ?? NOWHERE
    return most - least >= this.width[this.known.figures[figure]!.kind]
  }

  /** One more world, beyond those that were found. */
  private search(figure: number, hiding: boolean): boolean {
    const { masked, told, known, world } = this
    const { mostIn, leastIn } = this.reached.get(figure) ?? NOWHERE
    for (const stride of [1, ...known.figures[figure]!.strides]) {
      for (const [step, from] of [
        [stride, mostIn],
        [-stride, leastIn],
      ] as const) {
        world.moveAll(from)
        const found = otherWorld({ known, masked, told }, world, { figure, step, hiding })
        if (found) this.keep(from, found)
        world.moveAll(from, -1)
        if (found) return true
      }
    }
    return false
  }

  /** Keeps a world, and those that are as many times as far, one way or the other. */
  private keep(from: Differences, found: Differences): void {
    const back = new Map([...found].map(([figure, step]) => [figure, -step]))
    for (const [way, sign] of [
      [found, 1],
      [back, -1],
    ] as const) {
      const times = Math.min(this.world.roomOfAll(way), FAR)
      const differences = new Map(from)
      for (const [figure, step] of found) {
        differences.set(figure, (from.get(figure) ?? 0) + sign * times * step)
      }
      this.note(differences)
    }
    for (const figure of found.keys()) this.masked.add(this.known.figures[figure]!.row)
  }

  private note(differences: Differences): void {
    for (const [figure, difference] of differences) {
      const reach = this.reached.get(figure) ?? { ...NOWHERE }
      if (difference > reach.most) {
        reach.most = difference
        reach.mostIn = differences
      }
      if (difference < reach.least) {
        reach.least = difference
        reach.leastIn = differences
      }
      this.reached.set(figure, reach)
    }
  }

  /**
   * Hides the figure and all that something ties to it, zeros apart; false when that changes nothing. With nothing
   * published but zeros, twice as many persons everywhere is another world, and three times.
   */
  private hideTied(figure: number): boolean {
    const { figures, constraints } = this.known
    const tied = new Set([figure])
    let told = false
    for (const one of tied) {
      const { kind, value } = figures[one]!
      if (kind === 'known' || this.told.has(one)) {
        told ||= value !== 0
        continue
      }
      for (const [constraint] of this.world.touching[one]!) {
        for (const [other] of constraints[constraint]!.terms) {
          if (figures[other]!.value !== 0) tied.add(other)
        }
      }
    }
    const before = this.masked.size
    for (const one of tied) {
      if (figures[one]!.kind !== 'known' && !this.told.has(one)) this.masked.add(figures[one]!.row)
    }
    if (!told) this.keep(new Map(), new Map([...tied].map((one) => [one, figures[one]!.value])))
    return this.isWide(figure) || this.masked.size > before
  }
}
