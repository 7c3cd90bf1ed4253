import { Binary, Long, ObjectId } from 'bson';
import { describe, expect, test } from 'vitest';
import { compileMatcher, compileTest } from '../../server/embedded/match/matcher.ts';
import { encode } from '../../server/embedded/values/codec.ts';
import { decodeFields } from '../../server/embedded/values/raw.ts';

const id = new ObjectId();

type Case = readonly [filter: object, matching: readonly object[], others: readonly object[]];

const CASES: readonly Case[] = [
  [{}, [{}, { a: 1 }], []],
  [{ a: 1 }, [{ a: 1 }, { a: [2, 1] }, { a: Long.fromNumber(1) }], [{ a: '1' }, { a: [[1]] }, {}]],
  [{ a: null }, [{}, { a: null }, { a: [1, null] }], [{ a: 1 }, { a: [] }]],
  [
    { 'a.b': null },
    [{}, { a: 1 }, { a: { b: null } }, { a: [{ b: 1 }, {}] }],
    [{ a: [] }, { a: [1, 2] }, { a: { b: 1 } }],
  ],
  [{ a: { $ne: null } }, [{ a: 1 }, { a: [] }], [{}, { a: null }]],
  [{ a: { $gte: null } }, [{}, { a: null }], [{ a: 1 }]],
  [{ a: { $gt: null } }, [], [{}, { a: null }, { a: 1 }]],
  [{ a: { $exists: true } }, [{ a: null }, { a: [] }], [{}]],
  [
    { 'a.b': { $exists: false } },
    [{}, { a: 1 }, { a: [] }, { a: [{}] }],
    [{ a: { b: null } }, { a: [{}, { b: 1 }] }],
  ],
  [{ a: [1, 2] }, [{ a: [1, 2] }, { a: [[1, 2]] }], [{ a: [2, 1] }, { a: 1 }]],
  [{ a: { x: 1, y: 2 } }, [{ a: { x: 1, y: 2 } }], [{ a: { y: 2, x: 1 } }, { a: { x: 1 } }]],
  [{ 'a.1': 5 }, [{ a: [1, 5] }, { a: { 1: 5 } }, { a: [{ 1: 5 }] }], [{ a: [5] }]],
  [{ 'a.b': 1 }, [{ a: { b: 1 } }, { a: [{ b: 2 }, { b: 1 }] }, { a: { b: [1] } }], [{ a: [[{ b: 1 }]] }]],
  [{ a: { $gt: 5 } }, [{ a: 6 }, { a: [1, 9] }], [{ a: 5 }, { a: '9' }, { a: Number.NaN }, {}]],
  [{ a: { $gt: 1, $lt: 5 } }, [{ a: 3 }, { a: [0, 9] }], [{ a: 5 }, { a: [0] }]],
  [{ a: { $lte: new Date(5) } }, [{ a: new Date(5) }], [{ a: 3 }, { a: new Date(6) }]],
  [{ a: { $gte: Number.NaN } }, [{ a: Number.NaN }], [{ a: 1 }]],
  [
    { a: { $in: [1, 'x', null, /^q/] } },
    [{ a: 1 }, { a: 'x' }, {}, { a: 'qq' }, { a: ['no', 'x'] }],
    [{ a: 'y' }, { a: [] }],
  ],
  [{ a: { $nin: [1, null] } }, [{ a: 2 }, { a: [] }], [{ a: 1 }, {}, { a: [1, 2] }]],
  [{ a: { $type: 'string' } }, [{ a: 'x' }, { a: [1, 'x'] }], [{ a: 1 }]],
  [{ a: { $type: ['number', 'objectId'] } }, [{ a: 1.5 }, { a: id }], [{ a: 'x' }, {}]],
  [{ a: { $type: 'array' } }, [{ a: [] }], [{ a: 1 }]],
  [{ a: { $not: { $gt: 5 } } }, [{ a: 5 }, {}, { a: 'x' }], [{ a: 6 }]],
  [{ a: { $not: /x/ } }, [{ a: 'y' }, {}], [{ a: 'axb' }]],
  [{ a: /^ab/i }, [{ a: 'ABc' }, { a: ['z', 'ab'] }, { a: /^ab/i }], [{ a: 'cab' }, { a: 1 }]],
  [{ a: { $regex: 'A b', $options: 'ix' } }, [{ a: 'ab' }], [{ a: 'a b' }]],
  [{ a: { $mod: [4, 1] } }, [{ a: 5 }, { a: [2, 9] }], [{ a: 4 }, { a: 'x' }]],
  [{ a: { $size: 2 } }, [{ a: [1, 2] }], [{ a: [1] }, { a: 2 }, {}]],
  [{ a: { $all: [1, 2] } }, [{ a: [2, 3, 1] }], [{ a: [1] }, { a: 1 }]],
  [
    { a: { $all: [{ $elemMatch: { x: 1 } }, { $elemMatch: { x: 2 } }] } },
    [{ a: [{ x: 1 }, { x: 2 }] }],
    [{ a: [{ x: 1 }] }],
  ],
  [{ a: { $elemMatch: { $gt: 1, $lt: 5 } } }, [{ a: [0, 3] }], [{ a: [0, 9] }, { a: 3 }]],
  [{ a: { $elemMatch: { x: 1, y: 2 } } }, [{ a: [{ x: 1, y: 2 }] }], [{ a: [{ x: 1 }, { y: 2 }] }]],
  [{ a: { $bitsAllSet: [0, 2] } }, [{ a: 5 }, { a: 7 }], [{ a: 4 }, { a: 'x' }]],
  [{ a: { $bitsAnyClear: 5 } }, [{ a: 4 }], [{ a: 5 }]],
  [{ $or: [{ a: 1 }, { b: 1 }] }, [{ a: 1 }, { b: 1 }], [{ a: 2 }]],
  [{ $nor: [{ a: 1 }, { b: 1 }] }, [{ a: 2 }], [{ a: 1 }]],
  [{ $and: [{ a: 1 }, { a: 2 }] }, [{ a: [1, 2] }], [{ a: 1 }]],
  [{ $expr: { $gt: ['$a', '$b'] } }, [{ a: 2, b: 1 }], [{ a: 1, b: 1 }]],
  [{ a: id }, [{ a: new ObjectId(id.toHexString()) }], [{ a: id.toHexString() }]],
  [
    { a: new Binary(Buffer.from('x')) },
    [{ a: new Binary(Buffer.from('x')) }],
    [{ a: new Binary(Buffer.from('y')) }],
  ],
  [{ constructor: 1 }, [{ constructor: 1 }], [{}]],
  [{ a: 1, $comment: 'why' }, [{ a: 1 }], [{}]],
];

const REFUSED: readonly (readonly [filter: object, sentence: string])[] = [
  [{ a: { $foo: 1 } }, 'unknown operator: $foo'],
  [{ $foo: 1 }, 'unknown top level operator: $foo'],
  [{ $where: 'true' }, 'unknown top level operator: $where'],
  [{ a: { $in: 1 } }, '$in needs an array'],
  [{ a: { $in: [{ $gt: 1 }] } }, 'cannot nest $'],
  [{ $or: [] }, 'nonempty array'],
  [{ $or: [1] }, 'full objects'],
  [{ a: { $not: 1 } }, '$not needs'],
  [{ a: { $mod: [0, 1] } }, 'divisor'],
  [{ a: { $size: -1 } }, '$size'],
  [{ a: { $options: 'i' } }, '$options needs'],
  [{ a: { $type: 'nonsense' } }, 'Unknown type name'],
  [{ a: { $regex: '(' } }, 'Regular expression is invalid'],
  [{ a: { $elemMatch: 1 } }, '$elemMatch needs'],
];

describe('a filter', () => {
  test.each(CASES.map((each) => [JSON.stringify(each[0]), each] as const))(
    '%s',
    (_name, [filter, matching, others]) => {
      const { test: answers, fields } = compileMatcher({ ...filter });
      for (const document of matching) expect(answers({ ...document }), JSON.stringify(document)).toBe(true);
      for (const document of others) expect(answers({ ...document }), JSON.stringify(document)).toBe(false);
      // The same through bytes, with nothing decoded but what the filter says it needs.
      for (const document of fields ? matching : [])
        expect(answers(decodeFields(encode({ ...document }), fields!))).toBe(true);
      for (const document of fields ? others : [])
        expect(answers(decodeFields(encode({ ...document }), fields!))).toBe(false);
    },
  );

  test.each(REFUSED)('%j is refused', (filter, sentence) => {
    expect(() => compileTest({ ...filter })).toThrow(sentence);
  });
});
