import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fields, operationsByStage, typeWords } from '../../main/web/api/contract.js';

const CONTRACT = {
  info: { title: 'x', version: '1' },
  paths: {
    '/api/v1/ratings/{id}': {
      parameters: [{ $ref: '#/components/parameters/id' }],
      put: {
        operationId: 'putRating', tags: ['survey'], summary: 'Rate a task', security: [],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Rating' } } } },
        responses: { 204: { description: 'Stored' } },
      },
      get: { operationId: 'readRating', tags: ['survey'], responses: {} },
    },
  },
  components: {
    parameters: { id: { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } } },
    schemas: { Rating: { type: 'object', required: ['importance'], properties: { importance: { type: 'integer', minimum: 1, maximum: 5 }, rater: { $ref: '#/components/schemas/Rater' } } }, Rater: { type: 'object', properties: { rating: { $ref: '#/components/schemas/Rating' } } } },
  },
};

test('operations stand by stage, with shared parameters and references resolved', () => {
  const [read, rate] = operationsByStage(CONTRACT).get('survey');
  assert.deepEqual([read.id, rate.id], ['readRating', 'putRating']);
  assert.equal(rate.parameters[0].name, 'id');
  assert.deepEqual([rate.open, read.open], [true, false]);
});

test('fields name their type and whether they must be there; a circle of references ends', () => {
  const rows = fields(CONTRACT, { $ref: '#/components/schemas/Rating' });
  assert.deepEqual(rows[0], { name: 'importance', depth: 0, required: true, type: 'integer 1…5', description: '' });
  assert.ok(rows.length < 20);
});

test('a type in few words', () => {
  assert.equal(typeWords({ type: 'array', items: { $ref: '#/components/schemas/Rating' } }), 'Rating[]');
  assert.equal(typeWords({ enum: ['open', 'closed'] }), '"open" | "closed"');
  assert.equal(typeWords({ type: ['string', 'null'], format: 'date' }), 'string | null (date)');
});
