// Loaded into a server started by `npm start`: when the process that started it is killed outright, nobody is left who
// could pass on a signal, and the server would hold its port for ever. So it ends itself, in order.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
}, 1_000).unref()
