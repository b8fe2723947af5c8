/** Moves the process to Nouméa, three years later; what it returns brings it back. */
export function travel(): () => void {
  const { Date: RealDate } = globalThis
  const zone = process.env.TZ
  process.env.TZ = 'Pacific/Noumea'
  globalThis.Date = laterDate(RealDate)
  return () => {
    globalThis.Date = RealDate
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
}

function laterDate(RealDate: DateConstructor): DateConstructor {
  return class extends RealDate {
    constructor(...given: number[]) {
      if (given.length === 0) super(Date.UTC(2029, 1, 3, 4, 5, 6))
      else super(...(given as [number]))
    }
  } as DateConstructor
}
