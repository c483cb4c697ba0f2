// SPDX-License-Identifier: Apache-2.0

// A program as users of go-qemu write them, for tests/qmp/test_peer_clients.py: it speaks to the
// monitor at the Unix socket that is its argument, and prints what it was told as JSON.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/digitalocean/go-qemu/qemu"
	"github.com/digitalocean/go-qemu/qmp"
	"github.com/digitalocean/go-qemu/qmp/raw"
)

type report struct {
	Version      string   `json:"version"`
	Capabilities []string `json:"capabilities"`
	Commands     []string `json:"commands"`
	Status       []string `json:"status"`
	Events       []string `json:"events"`
	Error        string   `json:"error"`
}

func main() {
	monitor, err := qmp.NewSocketMonitor("unix", os.Args[1], 10*time.Second)
	expect(err)
	expect(monitor.Connect())
	told := report{Version: monitor.Version.String(), Capabilities: monitor.Capabilities}
	sendDescriptor(monitor)

	domain, err := qemu.NewDomain(monitor, "coldplug")
	expect(err)
	told.Commands, err = domain.Commands()
	expect(err)
	runAndStop(domain, raw.NewMonitor(monitor), &told)
	_, err = domain.Run(qmp.Command{Execute: "device_del", Args: map[string]string{"id": "nobody"}})
	if err == nil {
		log.Fatal("a device that is not there was removed")
	}
	told.Error = err.Error()
	expect(domain.Close())
	expect(json.NewEncoder(os.Stdout).Encode(told))
}

// sendDescriptor passes a file along with a command, and has it closed there.
func sendDescriptor(monitor *qmp.SocketMonitor) {
	null, err := os.Open(os.DevNull)
	expect(err)
	_, err = monitor.RunWithFile(command("getfd"), null)
	expect(err)
	_, err = monitor.Run(command("closefd"))
	expect(err)
}

func command(name string) []byte {
	return []byte(fmt.Sprintf(`{"execute": %q, "arguments": {"fdname": "null"}}`, name))
}

// runAndStop starts the guest and stops it, and waits for the event of each.
func runAndStop(domain *qemu.Domain, monitor *raw.Monitor, told *report) {
	stream, done, err := domain.Events()
	expect(err)
	defer close(done)
	// Whoever does not read events gets no answers either: they come through one pipe.
	events := make(chan string, 100)
	go func() {
		for event := range stream {
			events <- event.Event
		}
		close(events)
	}()
	note := func() {
		status, err := domain.Status()
		expect(err)
		told.Status = append(told.Status, status.String())
	}
	note()
	expect(monitor.Cont())
	awaitEvent(events, "RESUME", told)
	note()
	expect(monitor.Stop())
	awaitEvent(events, "STOP", told)
	note()
}

func awaitEvent(events <-chan string, name string, told *report) {
	for event := range events {
		if event == name {
			told.Events = append(told.Events, name)
			return
		}
	}
	log.Fatalf("the monitor is gone before %s", name)
}

func expect(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
