// One process by default. With WORKERS above 1 Node's cluster shares the port among so many.
import cluster from 'node:cluster';
import { listen } from './server.js';

const workers = Number(process.env.WORKERS ?? 1);

if (workers > 1 && cluster.isPrimary) {
  for (let i = 0; i < workers; i++) {
    cluster.fork();
  }
  // A worker that ends is a fault of the measurement: the others must not cover it.
  cluster.on('exit', () => process.exit(1));
} else {
  await listen(process.env);
}
