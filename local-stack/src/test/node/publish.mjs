// Publishes one CloudEvent in structured mode: node publish.mjs BROKER TOPIC EVENT
import { Kafka, logLevel } from 'kafkajs'

const [broker, topic, event] = process.argv.slice(2)
const producer = new Kafka({ clientId: 'node-test', brokers: [broker], logLevel: logLevel.ERROR }).producer()
await producer.connect()
await producer.send({
  topic,
  messages: [{ value: event, headers: { 'content-type': 'application/cloudevents+json' } }],
})
await producer.disconnect()
