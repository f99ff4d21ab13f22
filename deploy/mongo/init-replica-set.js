// Run by the compose file's mongo-init: makes the server a replica set of one member, and waits until it takes writes.
try {
  rs.status();
} catch (error) {
  if (error.codeName !== 'NotYetInitialized') {
    throw error;
  }
  rs.initiate({_id: 'rs0', members: [{_id: 0, host: 'mongo:27017'}]});
}
for (let attempt = 0; !db.hello().isWritablePrimary; attempt++) {
  if (attempt === 60) {
    throw new Error('The replica set has no primary after 60 seconds. See: docker compose logs mongo');
  }
  sleep(1000);
}
