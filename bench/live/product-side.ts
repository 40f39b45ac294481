import type { Ground } from './ground.js';
import { names } from './names.js';
import type { Side } from './side.js';

export interface PeopleMade {
  rooms: number;
  people: number;
}

export const product = (_ground: Ground, _made: PeopleMade): Side => ({
  name: names.product,
  driver: 'product',
  open: () => Promise.reject(new Error('the product cannot be measured yet')),
});

export const postgresProduct = product;
