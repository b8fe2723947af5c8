/** One square for each department, near where it lies; the overseas stand in a line below. Our own drawing. */
const GRID = `
  .   .   .   .   .   .   62  59  .   .   .   .
  .   .   .   .   .   76  80  02  08  .   .   .
  .   .   .   50  14  27  60  51  55  57  67  .
  29  22  35  53  61  78  95  93  10  54  68  .
  .   56  .   72  28  92  75  94  52  88  90  .
  .   .   44  49  41  45  91  77  89  70  25  .
  .   .   85  79  37  36  18  58  21  39  .   .
  .   .   17  16  86  23  03  71  01  74  .   .
  .   .   33  24  87  19  63  42  69  73  .   .
  .   .   40  47  46  15  43  07  38  05  .   .
  .   .   64  32  82  12  48  30  26  04  .   .
  .   .   .   65  31  81  34  13  84  83  06  .
  .   .   .   .   09  11  .   .   .   .   .   2B
  .   .   .   .   .   66  .   .   .   .   .   2A
  .   .   .   .   .   .   .   .   .   .   .   .
  971 972 973 974 976 975 977 978 986 987 988 984
`

export interface Tile {
  readonly code: string
  /** Column and row, from 0. */
  readonly x: number
  readonly y: number
}

export const TILES: readonly Tile[] = GRID.trim()
  .split('\n')
  .flatMap((line, y) =>
    line
      .trim()
      .split(/\s+/)
      .flatMap((code, x) => (code === '.' ? [] : [{ code, x, y }]))
  )
